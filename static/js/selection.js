/** Selecting by mouse or finger: the passage is widened to whole words, and shown so while it is being chosen. */
import { paint } from "./painting.js";
import { trimmed } from "./words.js";

const TOUCH_REST = 500;

export class Selecting extends EventTarget {
  #characters = false;
  #touch = false;
  #timer = 0;

  constructor(text, words) {
    super();
    this.text = text;
    this.words = words;
    text.root.addEventListener("pointerdown", (event) => this.#begin(event));
    document.addEventListener("pointerup", (event) => this.#end(event));
    document.addEventListener("selectionchange", () => this.#follow());
    document.addEventListener("keydown", (event) => this.#modifier(event));
    document.addEventListener("keyup", (event) => this.#modifier(event));
  }

  /** The passage selected in the text, snapped; null when there is none. */
  get range() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.text.root)) return null;
    const start = this.#inside(range.startContainer, range.startOffset, 0);
    const end = this.#inside(range.endContainer, range.endOffset, this.text.length);
    const cut = trimmed(this.text, start, end);
    if (!cut || this.#characters) return cut;
    return trimmed(this.text, ...this.words.snap(...cut));
  }

  clear() {
    document.getSelection().removeAllRanges();
    paint("preview", []);
  }

  /** An end of the selection outside the text counts as the text's own end. */
  #inside(node, units, otherwise) {
    return this.text.root.contains(node) ? this.text.offsetOf(node, units) : otherwise;
  }

  #begin(event) {
    this.#touch = event.pointerType === "touch";
    this.#characters = event.altKey;
    this.dragging = true;
  }

  #end(event) {
    if (!this.dragging) return;
    this.dragging = false;
    this.#characters = event.altKey;
    // The browser settles the selection of a double or triple click only after this event.
    if (!this.#touch) setTimeout(() => this.#choose(), 0);
  }

  #follow() {
    if (!this.dragging && !this.#touch) return;
    this.#preview();
    if (!this.#touch) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose(), TOUCH_REST);
  }

  #modifier(event) {
    if (event.key !== "Alt" || !this.dragging) return;
    this.#characters = event.type === "keydown";
    this.#preview();
  }

  #preview() {
    const range = this.range;
    paint("preview", range ? this.text.ranges(...range) : []);
  }

  #choose() {
    const range = this.range;
    if (range) this.dispatchEvent(new CustomEvent("choose", { detail: range }));
    else paint("preview", []);
  }
}
