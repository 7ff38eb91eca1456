/**
 * The margin: a card for every mark, in text order. Of many marks only those near the window have one, so that the
 * page stays as light with five thousand marks as with five.
 */
import { cardOf, refill, wireCards } from "./cards.js";
import { arranged } from "./levels.js";
import { Measures } from "./measures.js";
import { nearby } from "./nearby.js";
import { paint } from "../text/painting.js";

const ALL = 60;
const SHEET_STEP = 50;
const SHEET_GAP = 40;
/** Where marks are dense the text comes first: how long cards rest before they follow again, and in times what it took. */
const PAUSE = 120;
const TIMES = 6;
/** Where a card comes out from under the bar and the heading of the notes. */
const TOP = 120;
const NARROW = window.matchMedia("(width < 760px)");

export class Margin extends EventTarget {
  /** The marks that have a card, in text order, and their cards by id. */
  #marks = [];
  #cards = new Map();
  #tops = new WeakMap();
  #dense = false;
  #extent = SHEET_STEP;
  #printing = false;
  #waiting = false;
  #rested = 0;

  constructor(text, shown, themes, place) {
    super();
    Object.assign(this, { text, shown, themes, place });
    this.measures = new Measures(text);
    this.list = document.querySelector("#notes .cards");
    this.empty = document.querySelector("#notes .notes-empty");
    this.more = document.querySelector("#notes .more");
    this.more.addEventListener("click", () => this.#extend());
    new ResizeObserver(() => this.arrange()).observe(text.root.parentElement);
    this.#wire();
  }

  /** Marks have changed: those of the ids, all for null. */
  render(ids) {
    this.empty.hidden = this.shown.rows.length > 0;
    for (const id of ids ?? this.#cards.keys()) this.#renew(id);
    if (!ids || ids.has(this.place.active)) this.activate(this.shown.get(this.place.active) ? this.place.active : null);
    else this.#fill();
  }

  /** Bring a card and its passage to the fore. */
  activate(id, { focus = false, scroll = false } = {}) {
    const mark = id && this.shown.get(id);
    const before = this.place.active;
    this.place.active = mark ? id : null;
    paint("active", mark ? this.text.ranges(mark.start, mark.end) : []);
    if (mark && scroll) this.#scrollTo(mark);
    if (mark && NARROW.matches) this.#reveal(mark);
    this.#raise(before);
    this.#raise(this.place.active);
    this.#fill();
    if (focus && mark) this.focus(id);
    this.dispatchEvent(new CustomEvent("active", { detail: mark ?? null }));
  }

  focus(id) {
    this.#cards.get(id)?.querySelector(".quote").focus({ preventScroll: true });
  }

  hover(ids) {
    for (const [id, card] of this.#cards) card.classList.toggle("hover", ids.includes(id));
  }

  /** The mark after the active one, or after an offset of the text; before it for -1. */
  neighbour(step, offset) {
    const place = this.shown.placeOf(this.place.active);
    if (place >= 0) return this.shown.rows[place + step];
    const next = this.shown.firstFrom(offset);
    return this.shown.rows[step > 0 ? next : next - 1];
  }

  /** Cards for the marks near the window, when these have become others. */
  #follow() {
    const began = performance.now();
    const { marks, dense } = this.#wanted();
    const same = marks.length === this.#marks.length && marks.every((mark, place) => mark === this.#marks[place]);
    if (!same) this.#fill({ marks, dense });
    const now = performance.now();
    this.#rested = now + Math.max(PAUSE, TIMES * (now - began));
  }

  /** Place the cards anew: the text, or what stands around it, is laid out anew. */
  arrange() {
    this.measures.forget();
    this.#place();
  }

  /** The card of a changed mark says what the mark says now. */
  #renew(id) {
    this.measures.moved(id);
    const [card, mark] = [this.#cards.get(id), this.shown.get(id)];
    if (!card || !mark) return;
    refill(card, mark, this.#around(mark));
    this.measures.changed(card);
  }

  #raise(id) {
    const card = this.#cards.get(id);
    card?.classList.toggle("active", id === this.place.active);
    if (card) this.measures.changed(card);
  }

  /** Cards for the marks that are to have one; those that have one keep their elements and the focus. */
  #fill({ marks, dense } = this.#wanted()) {
    const focused = document.activeElement;
    const ids = new Set(marks.map((mark) => mark.id));
    for (const [id, card] of this.#cards) {
      if (ids.has(id)) continue;
      card.remove();
      this.#cards.delete(id);
    }
    this.#marks = marks;
    this.#dense = dense;
    this.list.classList.toggle("dense", dense);
    marks.forEach((mark, index) => this.#put(mark, index));
    if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
    this.more.hidden = marks.length === this.shown.rows.length || !NARROW.matches;
    this.#place();
  }

  #put(mark, index) {
    if (!this.#cards.has(mark.id)) this.#cards.set(mark.id, this.#made(mark));
    const card = this.#cards.get(mark.id);
    const there = this.list.children[index];
    if (there !== card) this.list.insertBefore(card, there ?? null);
    card.ariaSetSize = this.shown.rows.length;
    card.ariaPosInSet = this.shown.placeOf(mark.id) + 1;
  }

  #made(mark) {
    const card = cardOf(mark, this.#around(mark));
    card.classList.toggle("active", mark.id === this.place.active);
    return card;
  }

  #around(mark) {
    return { number: this.text.numberOf(mark.start), themes: this.themes };
  }

  #place() {
    if (NARROW.matches || this.#printing) return;
    const cards = this.#marks.map(({ id }) => this.#cards.get(id));
    const origin = this.list.getBoundingClientRect().top;
    const offset = this.text.root.getBoundingClientRect().top - origin;
    const levels = this.measures.levels(this.#marks).map((level) => level + offset);
    const heights = this.measures.heights(cards);
    const tops = arranged(levels, heights, this.#anchor(levels, TOP - origin));
    cards.forEach((card, index) => this.#move(card, tops[index]));
    const whole = cards.length === this.shown.rows.length && cards.length > 0;
    this.list.style.height = whole ? `${tops.at(-1) + heights.at(-1)}px` : "";
  }

  #move(card, top) {
    if (this.#tops.get(card) === top) return;
    this.#tops.set(card, top);
    card.style.top = `${top}px`;
  }

  /** The place of the card that stands exactly level: the active one; where marks are dense, the first in the window. */
  #anchor(levels, top) {
    const active = this.#marks.findIndex(({ id }) => id === this.place.active);
    const seen = active >= 0 && levels[active] >= top && levels[active] < top + window.innerHeight;
    return !this.#dense || seen ? active : levels.findIndex((level) => level >= top);
  }

  /** The marks that are to have a card. */
  #wanted() {
    const { rows } = this.shown;
    const count = rows.length;
    if (count <= ALL || this.#printing) return { marks: [...rows], dense: false };
    if (NARROW.matches) return { marks: rows.slice(0, this.#extent), dense: false };
    const [from, top, to] = [-0.5, 0, 1.5].map((screens) => this.#placeAt(screens * window.innerHeight));
    const { places, dense } = nearby({ near: [from, to], top, active: this.shown.placeOf(this.place.active), count });
    return { marks: places.map((place) => rows[place]), dense };
  }

  /** The place of the first mark below a height of the window. */
  #placeAt(height) {
    return this.shown.firstFrom(this.text.offsetBelow(TOP + height));
  }

  #extend() {
    const first = this.shown.rows[this.#extent];
    this.#extent += SHEET_STEP;
    this.#fill();
    if (first) this.focus(first.id);
  }

  #scrollTo(mark) {
    this.#extent = Math.max(this.#extent, this.shown.placeOf(mark.id) + 1);
    const { top, bottom } = this.text.ranges(mark.start, mark.start + 1)[0].getBoundingClientRect();
    if (top < 90 || bottom > window.innerHeight - 90) {
      window.scrollBy({ top: top - window.innerHeight / 3, behavior: "instant" });
    }
  }

  /** On a phone the card comes into the sheet's view, and the passage out from under the sheet. */
  #reveal(mark) {
    this.#extent = Math.max(this.#extent, this.shown.placeOf(mark.id) + 1);
    requestAnimationFrame(() => {
      const card = this.#cards.get(mark.id);
      card?.scrollIntoView({ block: "nearest", behavior: "instant" });
      const sheet = this.list.closest("#notes.open")?.getBoundingClientRect();
      const { bottom } = this.text.ranges(mark.start, mark.start + 1)[0].getBoundingClientRect();
      if (sheet && bottom > sheet.top) window.scrollBy({ top: bottom - sheet.top + SHEET_GAP, behavior: "instant" });
    });
  }

  #wire() {
    wireCards(this.list, (name, id) => this.dispatchEvent(new CustomEvent(name, { detail: id })));
    window.addEventListener("scroll", () => this.#soon(), { passive: true });
    document.addEventListener("appearance", () => this.arrange());
    this.list.addEventListener("focusin", ({ target }) => {
      const { id } = target.closest(".card").dataset;
      if (this.place.active !== id) this.activate(id, { scroll: true });
    });
    this.list.addEventListener("pointerover", ({ target }) => this.#point(target.closest(".card")));
    this.list.addEventListener("pointerleave", () => this.#point(null));
    for (const [name, printing] of [["beforeprint", true], ["afterprint", false]]) {
      window.addEventListener(name, () => {
        this.#printing = printing;
        this.#fill();
      });
    }
  }

  /** Follow a scroll, once a frame. */
  #soon() {
    if (this.#waiting || this.shown.rows.length <= ALL) return;
    this.#waiting = true;
    const follow = () => {
      this.#waiting = false;
      this.#follow();
    };
    const rest = this.#dense ? this.#rested - performance.now() : 0;
    setTimeout(() => requestAnimationFrame(follow), Math.max(0, rest));
  }

  #point(card) {
    const mark = card && this.shown.get(card.dataset.id);
    paint("hover", mark ? this.text.ranges(mark.start, mark.end) : []);
  }
}
