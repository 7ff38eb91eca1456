/** What the reader is told: the state of saving, and passing messages with a way back. */

const TOAST_TIME = 8000;

export function say(sentence, bad = false) {
  const status = document.getElementById("status");
  status.textContent = sentence;
  status.classList.toggle("bad", bad);
}

/** A message for a few seconds, with one button when there is something to do about it. */
export function toast(sentence, label, act) {
  const place = document.getElementById("toasts");
  const shown = document.getElementById("toast-template").content.cloneNode(true).firstElementChild;
  shown.querySelector(".words").textContent = sentence;
  const button = shown.querySelector("button");
  button.textContent = label ?? "";
  button.hidden = !label;
  button.addEventListener("click", () => {
    shown.remove();
    act();
  });
  place.replaceChildren(shown);
  setTimeout(() => shown.remove(), TOAST_TIME);
}
