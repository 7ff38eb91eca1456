/** Small things about the page's own templates. */

export function cloned(id) {
  return document.getElementById(id).content.cloneNode(true).firstElementChild;
}

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function button(className, text, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A form is left by its own button and by Escape, unless that ends a composition. */
export function wireLeaving(form, leave) {
  form.querySelector(".cancel").addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (composing(event) || event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
}

/** Whether keys typed now go into a field. */
export function inField() {
  return Boolean(document.activeElement?.closest("input, textarea, select, [contenteditable]"));
}

/** Whether an input method is composing: its Enter and digits are its own. */
export function composing(event) {
  return event.isComposing || event.keyCode === 229;
}
