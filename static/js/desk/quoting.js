/** For who may not mark: what is selected in the text can be copied with where it stands. */
import { copyQuote } from "../lib/copying.js";
import { cloned } from "../lib/dom.js";
import { Selecting } from "../text/selection.js";

const GAP = 8;

export class Quoting {
  #offer = cloned("quoting-template");
  #range = null;

  constructor({ text, place, words, caret }) {
    Object.assign(this, { text, place });
    const selecting = new Selecting(text, words);
    for (const chooser of [selecting, caret]) chooser.addEventListener("choose", ({ detail }) => this.#show(detail));
    selecting.addEventListener("nothing", () => this.hide());
    this.#offer.addEventListener("click", () => this.copy());
    // Pressing the button must not take the selection away before it is read.
    this.#offer.addEventListener("pointerdown", (event) => event.preventDefault());
    text.root.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  get chosen() {
    return this.#range !== null;
  }

  /** What is chosen goes to the clipboard with its citation. */
  async copy() {
    const [start, end] = this.#range;
    await copyQuote(this.text.slice(start, end), this.place.citation, this.text.numberOf(start));
    this.hide();
  }

  hide() {
    this.#range = null;
    this.#offer.remove();
  }

  #show(range) {
    this.#range = range;
    // Right behind the text in the order of Tab.
    this.text.root.after(this.#offer);
    const box = this.text.ranges(...range).at(-1).getBoundingClientRect();
    const { offsetWidth: width } = this.#offer;
    const left = Math.max(GAP, Math.min(box.right - width, document.documentElement.clientWidth - width - GAP));
    this.#offer.style.left = `${left + window.scrollX}px`;
    this.#offer.style.top = `${box.bottom + GAP + window.scrollY}px`;
  }
}
