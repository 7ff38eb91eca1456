/** Selecting by keyboard alone: with the focus on the text, a caret that moves by words, and Shift that selects. */
import { composing } from "../lib/dom.js";
import { AFTER, BEFORE, unitOf } from "./key-moves.js";
import { paint } from "./painting.js";
import { nearestOffset } from "./points.js";
import { begun, trimmed } from "./words.js";

const MARGIN = 90;

export class Caret extends EventTarget {
  #position = null;
  #anchor = null;
  /** Whoever moves by characters means every one of them. */
  #byCharacters = false;

  constructor(text, words) {
    super();
    this.text = text;
    this.words = words;
    this.bar = document.getElementById("caret");
    this.said = document.getElementById("caret-said");
    text.root.addEventListener("keydown", (event) => this.#key(event));
    text.root.addEventListener("pointerdown", () => this.#leave());
    text.root.addEventListener("click", (event) => this.#follow(event));
    text.root.addEventListener("blur", () => this.#hide());
    text.root.addEventListener("focus", () => text.root.matches(":focus-visible") && this.enter());
    new ResizeObserver(() => this.bar.hidden || this.#place()).observe(text.root);
  }

  get range() {
    if (this.#anchor === null || this.#anchor === this.#position) return null;
    const [start, end] = [this.#anchor, this.#position].sort((a, b) => a - b);
    return this.#byCharacters ? trimmed(this.text, start, end) : begun(this.text, start, end);
  }

  get position() {
    return this.#position;
  }

  /** Come to the text: to the offset, else to where the caret was last or to the first line of the window. */
  enter(offset = this.#position ?? this.#firstVisible()) {
    this.#position = offset;
    if (document.activeElement !== this.text.root) this.text.root.focus({ preventScroll: true });
    this.#show();
  }

  /** Stand at an offset, to be seen when the keyboard is used again. */
  put(offset) {
    this.#position = offset;
  }

  /** The selection is given up, the place is kept. */
  collapse() {
    this.#anchor = null;
    paint("preview", []);
  }

  /** A pointer shows where it is itself. */
  #leave() {
    this.#position = this.#anchor = null;
    this.#hide();
  }

  #follow({ clientX, clientY }) {
    this.put(nearestOffset(this.text, clientX, clientY));
  }

  #key(event) {
    if (composing(event) || event.target !== this.text.root) return;
    if (event.key === "Enter") this.#enter(event);
    else if (event.key === "Escape") this.collapse();
    else if (event.key in MOVES) {
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
    const unit = unitOf(event);
    this.#byCharacters = unit === "character" || (this.#byCharacters && event.shiftKey);
    this.#position = MOVES[event.key](this, from, unit);
    this.#show();
    this.#say();
  }

  #firstVisible() {
    return this.text.blockBelow(MARGIN).start;
  }

  #show() {
    this.bar.hidden = false;
    this.#place();
    paint("preview", this.range ? this.text.ranges(...this.range) : []);
    keepInView(this.bar.getBoundingClientRect());
  }

  /** Before the character at the caret; behind the last one of a block. */
  #place() {
    const { end, element } = this.text.blockAt(this.#position);
    const behind = this.#position === end;
    const at = behind ? end - 1 : this.#position;
    const { left, right, top, height } = (this.text.ranges(at, at + 1)[0] ?? element).getBoundingClientRect();
    const origin = this.bar.offsetParent.getBoundingClientRect();
    this.bar.style.left = `${(behind ? right : left) - origin.left}px`;
    this.bar.style.top = `${top - origin.top}px`;
    this.bar.style.height = `${height}px`;
  }

  /** What a screen reader has to be told: the selection, else the word the caret stands before. */
  #say() {
    this.said.textContent = this.text.slice(...(this.range ?? [this.#position, this.words.after(this.#position)]));
  }

  #hide() {
    this.bar.hidden = true;
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
