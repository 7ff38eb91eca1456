/** The two ends of the active mark, to be moved by mouse, finger or keys; what is shown while moving is what is kept. */
import { composing } from "../lib/dom.js";
import { AFTER, BEFORE, unitOf } from "./key-moves.js";
import { paint } from "./painting.js";
import { nearestOffset } from "./points.js";
import { begun, trimmed } from "./words.js";

export class Handles extends EventTarget {
  #mark = null;
  #range = null;
  #dragged = null;
  /** The end that was tapped, and goes where the text is tapped next. */
  #armed = null;

  constructor(text, words, selecting) {
    super();
    Object.assign(this, { text, words, selecting });
    this.layer = document.getElementById("handles");
    this.ends = [...this.layer.querySelectorAll("button")];
    this.said = this.layer.querySelector("[role=status]");
    for (const end of this.ends) this.#wire(end);
    text.root.addEventListener("click", (event) => this.#putTo(event), true);
    new ResizeObserver(() => this.#place()).observe(text.root);
  }

  /** Offer the ends of a mark; of none for null. */
  show(mark) {
    const before = this.#mark;
    this.#mark = mark?.editable ? mark : null;
    const same = before && mark && before.id === mark.id && before.start === mark.start && before.end === mark.end;
    // A mark that has only been saved meanwhile keeps the ends the reader is moving.
    if (!same) this.#range = this.#mark && [mark.start, mark.end];
    this.layer.hidden = !this.#mark;
    if (!same) this.#arm(null);
    this.#place();
  }

  focus() {
    if (this.#mark) this.ends[1].focus({ preventScroll: true });
  }

  #wire(end) {
    end.addEventListener("keydown", (event) => this.#key(event, this.ends.indexOf(end)));
    end.addEventListener("blur", () => this.#keep());
    end.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      end.setPointerCapture(event.pointerId);
      this.#dragged = this.ends.indexOf(end);
    });
    end.addEventListener("pointermove", (event) => this.#drag(event));
    end.addEventListener("pointerup", () => this.#release());
    end.addEventListener("pointercancel", () => this.#reset());
  }

  #key(event, which) {
    if (composing(event)) return;
    const moves = { ArrowLeft: BEFORE, ArrowRight: AFTER }[event.key];
    const unit = unitOf(event);
    if (moves) this.#move(which, moves[unit](this, this.#range[which]), unit === "character");
    else if (event.key === "Enter") this.#keep();
    else if (event.key === "Escape") this.#reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") this.dispatchEvent(new CustomEvent("done", { detail: this.#mark.id }));
  }

  /** Without having moved it was a tap. */
  #release() {
    const [start, end] = this.#range;
    if (start === this.#mark.start && end === this.#mark.end) this.#arm(this.#dragged);
    this.#dragged = null;
    this.#keep();
  }

  #arm(which) {
    this.#armed = which;
    this.ends.forEach((end, place) => end.setAttribute("aria-pressed", String(place === which)));
  }

  #putTo(event) {
    if (this.#armed === null || !this.#mark) return;
    event.stopPropagation();
    this.#dragged = this.#armed;
    this.#drag(event);
    this.#dragged = null;
    this.#arm(null);
    this.#keep();
  }

  #drag({ clientX, clientY, altKey }) {
    if (this.#dragged === null) return;
    const offset = nearestOffset(this.text, clientX, clientY);
    if (offset === null) return;
    const characters = this.selecting.characters !== altKey;
    this.#move(this.#dragged, characters ? offset : this.words[this.#dragged ? "ceiling" : "floor"](offset), characters);
  }

  /** The ends never pass each other. Moving the end leaves the start as it is. */
  #move(which, offset, exactly) {
    const range = this.#range.with(which, offset);
    const cutOf = which || exactly ? trimmed : begun;
    const cut = range[0] < range[1] ? cutOf(this.text, ...range) : null;
    if (!cut) return;
    this.#range = cut;
    paint("preview", this.text.ranges(...cut));
    this.said.textContent = this.text.slice(...cut);
    this.#place();
  }

  #reset() {
    this.#dragged = null;
    this.#range = [this.#mark.start, this.#mark.end];
    paint("preview", []);
    this.#place();
  }

  #keep() {
    if (!this.#mark || this.#dragged !== null) return;
    const [start, end] = this.#range;
    paint("preview", []);
    if (start === this.#mark.start && end === this.#mark.end) return;
    const detail = { id: this.#mark.id, start, end };
    this.dispatchEvent(new CustomEvent("resize", { detail }));
  }

  #place() {
    if (!this.#range) return;
    const origin = this.layer.getBoundingClientRect();
    const [start, end] = this.#range;
    const first = this.text.ranges(start, start + 1)[0].getBoundingClientRect();
    const last = this.text.ranges(end - 1, end)[0].getBoundingClientRect();
    this.#put(this.ends[0], first.left - origin.left, first.bottom - origin.top);
    this.#put(this.ends[1], last.right - origin.left, last.bottom - origin.top);
  }

  #put(end, x, y) {
    end.style.left = `${x}px`;
    end.style.top = `${y}px`;
  }
}
