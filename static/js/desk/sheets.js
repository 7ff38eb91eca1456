/** On a phone the outline, the themes and the notes are sheets over the text, opened from the bar at the thumb. */

const SMALL = window.matchMedia("(width < 1180px)");

export class Sheets {
  constructor() {
    this.buttons = [...document.querySelectorAll("[data-sheet]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.#toggle(button));
    document.getElementById("text").addEventListener("pointerdown", () => this.close());
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("show-notes", () => this.open("notes", false));
    for (const button of document.querySelectorAll("[data-menu]")) button.addEventListener("click", () => this.close());
    document.getElementById("side").addEventListener("click", ({ target }) => target.closest("a") && this.close());
  }

  /** Open a sheet by its id, where sheets are. */
  open(id, focus = true) {
    const button = this.buttons.find((one) => one.dataset.sheet === id && one.offsetParent);
    if (button && SMALL.matches) this.#set(button, true, focus);
  }

  close() {
    for (const button of this.buttons) this.#set(button, false);
  }

  #toggle(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    this.close();
    this.#set(button, open, true);
  }

  #set(button, open, focus = false) {
    const sheet = document.getElementById(button.dataset.sheet);
    button.setAttribute("aria-expanded", String(open));
    if (open) sheet.dataset.part = button.dataset.part ?? "";
    sheet.classList.toggle("open", open || this.#openByAnother(button));
    if (open && focus) sheet.focus({ preventScroll: true });
  }

  /** Two buttons may open two parts of one sheet. */
  #openByAnother({ dataset: { sheet } }) {
    return this.buttons.some((one) => one.dataset.sheet === sheet && one.getAttribute("aria-expanded") === "true");
  }

  /** Escape closes the sheet and gives the focus back to its button. */
  #key(event) {
    const open = this.buttons.find((button) => button.getAttribute("aria-expanded") === "true");
    if (event.key !== "Escape" || event.defaultPrevented || !open || document.querySelector(".popup")) return;
    const inside = document.getElementById(open.dataset.sheet).contains(document.activeElement);
    this.close();
    if (inside) open.focus();
  }
}
