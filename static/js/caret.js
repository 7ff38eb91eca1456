/** Selecting by keyboard alone: with the focus on the text, a caret that moves by words, and Shift that selects. */
import { paint } from "./painting.js";
import { trimmed } from "./words.js";

export class Caret extends EventTarget {
  #position = null;
  #anchor = null;

  constructor(text, words) {
    super();
    this.text = text;
    this.words = words;
    text.root.addEventListener("keydown", (event) => this.#key(event));
    text.root.addEventListener("pointerdown", () => this.leave());
    text.root.addEventListener("blur", () => this.#hide());
    text.root.addEventListener("focus", () => this.#show());
  }

  get range() {
    if (this.#anchor === null || this.#anchor === this.#position) return null;
    const [start, end] = [this.#anchor, this.#position].sort((a, b) => a - b);
    return trimmed(this.text, start, end);
  }

  leave() {
    this.#position = this.#anchor = null;
    this.#hide();
  }

  /** The selection is given up, the place is kept. */
  collapse() {
    this.#anchor = null;
    this.#show();
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.target !== this.text.root) return;
    if (event.key === "Enter" && this.range) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("choose", { detail: this.range }));
    } else if (event.key === "Escape" && this.#position !== null) {
      if (this.range) this.collapse();
      else this.leave();
    } else if (event.key in MOVES) {
      event.preventDefault();
      this.#move(event);
    }
  }

  #move(event) {
    const from = this.#position ?? this.#firstVisible();
    this.#anchor = event.shiftKey ? (this.#anchor ?? from) : null;
    this.#position = this.#position === null && !event.shiftKey ? from : MOVES[event.key](this, from, event.altKey);
    this.#show();
  }

  #firstVisible() {
    const block = this.text.blocks.find((one) => one.element.getBoundingClientRect().bottom > 60);
    return (block ?? this.text.blocks[0]).start;
  }

  #show() {
    if (this.#position === null || document.activeElement !== this.text.root) return;
    const at = Math.min(this.#position, this.text.length - 1);
    const ranges = this.text.ranges(at, at + 1);
    paint("caret", ranges.length ? ranges : this.text.ranges(at - 1, at));
    paint("preview", this.range ? this.text.ranges(...this.range) : []);
    const block = this.text.blockAt(at).element;
    const box = (ranges[0] ?? block).getBoundingClientRect();
    if (box.top < 70 || box.bottom > window.innerHeight - 40) block.scrollIntoView({ block: "center" });
  }

  #hide() {
    paint("caret", []);
    if (!this.range) paint("preview", []);
  }
}

/** Where each key leads from an offset; `characters` is Alt. */
const MOVES = {
  ArrowLeft: ({ words }, from, characters) => (characters ? Math.max(0, from - 1) : words.before(from)),
  ArrowRight: ({ text, words }, from, characters) =>
    characters ? Math.min(text.length, from + 1) : words.after(from),
  ArrowUp: ({ text }, from) => neighbour(text, from, -1).start,
  ArrowDown: ({ text }, from) => neighbour(text, from, 1).start,
  Home: ({ text }, from) => text.blockAt(from).start,
  End: ({ text }, from) => text.blockAt(from).end,
};

function neighbour(text, offset, step) {
  const place = text.blocks.indexOf(text.blockAt(offset)) + step;
  return text.blocks[Math.max(0, Math.min(place, text.blocks.length - 1))];
}
