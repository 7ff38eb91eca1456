/** What a key press is called: "mod+shift+z". Letters go by the letter, whatever Caps Lock, Shift or an input method make of it. */

const ALONE = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Process", "Dead", "Unidentified"]);

/** The name of the event's key; null for a modifier alone. */
export function keyOf({ key, code = "", ctrlKey, metaKey, altKey, shiftKey }) {
  if (ALONE.has(key)) return null;
  const name = nameOf(key, code);
  // A sign such as "?" may need Shift on one keyboard and not on another.
  const sign = name.length === 1 && !/[a-z0-9]/.test(name);
  const modifiers = [(ctrlKey || metaKey) && "mod", altKey && "alt", shiftKey && !sign && "shift"];
  return [...modifiers.filter(Boolean), name].join("+");
}

function nameOf(key, code) {
  if (key === " ") return "space";
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  // Keyboards of other scripts still have their letters in the same places.
  const letter = /^Key([A-Z])$/.exec(code);
  return letter && key.length === 1 && key > "~" ? letter[1].toLowerCase() : key.toLowerCase();
}

const CAPS = { mod: "Ctrl", alt: "Alt", shift: "Shift" };

/** A key as it is printed on keyboards: ["Ctrl", "Shift", "Z"]. */
export function capsOf(key) {
  const parts = key === "+" ? ["+"] : key.split("+");
  return parts.map((part) => CAPS[part] ?? part[0].toUpperCase() + part.slice(1));
}
