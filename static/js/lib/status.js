/** What the reader is told: the state of saving, and passing messages with a way back. */

const TOAST_TIME = 8000;

export function say(sentence, bad = false) {
  const status = document.getElementById("status");
  status.textContent = sentence;
  status.classList.toggle("bad", bad);
}

/**
 * A message for a few seconds, with one button when there is something to do about it; `stays` until it is done.
 * @returns what takes it away
 */
export function toast(sentence, label, act, stays = false) {
  const place = document.getElementById("toasts");
  const shown = document.getElementById("toast-template").content.cloneNode(true).firstElementChild;
  shown.querySelector(".words").textContent = sentence;
  const button = shown.querySelector("button");
  button.textContent = label ?? "";
  button.hidden = !label;
  button.addEventListener("click", () => {
    leave(shown);
    act();
  });
  place.replaceChildren(shown);
  const fade = () => (shown.matches(":hover, :focus-within") ? setTimeout(fade, TOAST_TIME) : shown.remove());
  if (!stays) setTimeout(fade, TOAST_TIME);
  return () => leave(shown);
}

/** The focus goes back to the text: it must not fall off the page with its button. */
function leave(shown) {
  if (shown.contains(document.activeElement)) document.getElementById("text")?.focus({ preventScroll: true });
  shown.remove();
}
