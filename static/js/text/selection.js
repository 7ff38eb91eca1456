/** Selecting by mouse or finger: the passage is widened to whole words, and shown so while it is being chosen. */
import { inField } from "../lib/dom.js";
import { paint } from "./painting.js";
import { offsetAt } from "./points.js";
import { begun, trimmed } from "./words.js";

const TOUCH_REST = 500;

export class Selecting extends EventTarget {
  /** Whether single characters count, by the reader's choice; Alt means the other for the moment. */
  characters = false;
  #alt = false;
  #touch = false;
  #clicks = 1;
  #dragging = false;
  #timer = 0;
  #raw = null;
  #from = [0, 0];

  constructor(text, words) {
    super();
    this.text = text;
    this.words = words;
    text.root.addEventListener("pointerdown", (event) => this.#begin(event));
    text.root.addEventListener("mousedown", ({ detail }) => {
      this.#clicks = detail;
    });
    document.addEventListener("pointerup", (event) => this.#end(event));
    document.addEventListener("pointercancel", () => {
      this.#dragging = false;
    });
    document.addEventListener("selectionchange", () => this.#follow());
    document.addEventListener("keydown", (event) => this.#modifier(event));
    document.addEventListener("keyup", (event) => this.#modifier(event));
  }

  /** The passage selected in the text, snapped; null when there is none. */
  get range() {
    return this.#snapped(this.#native());
  }

  /** The passage chosen last, cut anew: for a reader who changes between words and characters. */
  toggle() {
    this.characters = !this.characters;
    return this.#snapped(this.#raw);
  }

  clear() {
    this.#raw = null;
    document.getSelection().removeAllRanges();
    paint("preview", []);
  }

  #snapped(range) {
    if (!range || this.characters !== this.#alt) return range;
    return begun(this.text, ...this.words.snap(...range));
  }

  /** What the browser has selected inside the text; an end outside it counts as the text's own end. */
  #native() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.text.root)) return null;
    const start = this.#inside(range.startContainer, range.startOffset, 0);
    const end = this.#inside(range.endContainer, range.endOffset, this.text.length);
    return trimmed(this.text, start, end);
  }

  #inside(node, units, otherwise) {
    return this.text.root.contains(node) ? this.text.offsetOf(node, units) : otherwise;
  }

  #begin(event) {
    this.#touch = event.pointerType === "touch";
    this.#alt = event.altKey;
    this.#dragging = true;
    this.#from = [event.clientX, event.clientY];
  }

  #end(event) {
    if (!this.#dragging) return;
    this.#dragging = false;
    this.#alt = event.altKey;
    const still = Math.hypot(event.clientX - this.#from[0], event.clientY - this.#from[1]) < 4;
    const clicks = still ? this.#clicks : 1;
    const at = clicks > 1 ? offsetAt(this.text, event.clientX, event.clientY) : null;
    // The browser settles the selection of a double or triple click only after this event.
    if (!this.#touch) setTimeout(() => this.#settle(clicks, at), 0);
  }

  #settle(clicks, at) {
    const native = this.#native();
    this.#raw = native && at !== null ? this.#unit(clicks, at) : native;
    const range = at === null ? this.#snapped(native) : this.#raw;
    if (range) this.#select(range);
    this.#choose(range);
  }

  /** Two clicks are a word and three a sentence: ours, not the browser's. */
  #unit(clicks, at) {
    return clicks === 2 ? trimmed(this.text, ...this.words.snap(at, at + 1)) : this.text.sentenceAt(at);
  }

  /** The browser's own selection becomes what is shown, so that copying copies that. */
  #select([start, end]) {
    const spans = this.text.spans(start, end);
    const [{ from }, { to }] = [spans[0], spans.at(-1)];
    document.getSelection().setBaseAndExtent(from.node, from.at, to.node, to.at);
  }

  #follow() {
    // A finger in a field moves the selection too, and means nothing by it.
    if (inField() || (!this.#dragging && !this.#touch)) return;
    this.#preview();
    if (!this.#touch) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#raw = this.#native();
      this.#choose(this.range);
    }, TOUCH_REST);
  }

  #modifier(event) {
    if (event.key !== "Alt" || !this.#dragging) return;
    this.#alt = event.type === "keydown";
    this.#preview();
  }

  #preview() {
    const range = this.range;
    paint("preview", range ? this.text.ranges(...range) : []);
  }

  #choose(range) {
    if (range) this.dispatchEvent(new CustomEvent("choose", { detail: range }));
    else this.dispatchEvent(new Event("nothing"));
  }
}
