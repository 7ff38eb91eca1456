/** Selecting by keyboard alone: with the focus on the text, a caret that moves by words, and Shift that selects. */
import { composing } from "./dom.js";
import { AFTER, BEFORE, unitOf } from "./moves.js";
import { paint } from "./painting.js";
import { trimmed } from "./words.js";

const MARGIN = 90;

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

  get position() {
    return this.#position;
  }

  /** Come to the text, to where the caret was last or to the first line of the window. */
  enter() {
    this.#position ??= this.#firstVisible();
    this.text.root.focus({ preventScroll: true });
    this.#show();
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
    if (composing(event) || event.target !== this.text.root) return;
    if (event.key === "Enter") this.#enter(event);
    else if (event.key === "Escape" && this.#position !== null) {
      if (this.range) this.collapse();
      else this.leave();
    } else if (event.key in MOVES) {
      event.preventDefault();
      this.#move(event);
    }
  }

  /** With a selection Enter marks it; without one it opens the marks at the caret. */
  #enter(event) {
    if (this.#position === null) return;
    event.preventDefault();
    const detail = this.range ?? this.#position;
    this.dispatchEvent(new CustomEvent(this.range ? "choose" : "open", { detail }));
  }

  #move(event) {
    const from = this.#position ?? this.#firstVisible();
    this.#anchor = event.shiftKey ? (this.#anchor ?? from) : null;
    this.#position = this.#position === null && !event.shiftKey ? from : MOVES[event.key](this, from, unitOf(event));
    this.#show();
  }

  #firstVisible() {
    return this.text.blockBelow(MARGIN).start;
  }

  #show() {
    if (this.#position === null || document.activeElement !== this.text.root) return;
    const at = Math.min(this.#position, this.text.length - 1);
    const ranges = this.text.ranges(at, at + 1);
    const shown = ranges.length ? ranges : this.text.ranges(at - 1, at);
    paint("caret", shown);
    paint("preview", this.range ? this.text.ranges(...this.range) : []);
    keepInView((shown[0] ?? this.text.blockAt(at).element).getBoundingClientRect());
    this.dispatchEvent(new CustomEvent("move", { detail: at }));
  }

  #hide() {
    paint("caret", []);
    if (!this.range) paint("preview", []);
  }
}

function keepInView({ top, bottom }) {
  const below = bottom - (window.innerHeight - MARGIN);
  if (top < MARGIN) window.scrollBy({ top: top - MARGIN, behavior: "instant" });
  else if (below > 0) window.scrollBy({ top: below, behavior: "instant" });
}

/** Where each key leads from an offset. */
const MOVES = {
  ArrowLeft: (caret, from, unit) => BEFORE[unit](caret, from),
  ArrowRight: (caret, from, unit) => AFTER[unit](caret, from),
  ArrowUp: ({ text }, from) => neighbour(text, from, -1).start,
  ArrowDown: ({ text }, from) => neighbour(text, from, 1).start,
  Home: ({ text }, from) => text.blockAt(from).start,
  End: ({ text }, from) => text.blockAt(from).end,
};

function neighbour(text, offset, step) {
  const place = text.blocks.indexOf(text.blockAt(offset)) + step;
  return text.blocks[Math.max(0, Math.min(place, text.blocks.length - 1))];
}
