/**
 * The margin: a card for every mark, in text order. Of many marks only those near the window have one, so that the
 * page stays as light with five thousand marks as with five.
 */
import { cardOf } from "./cards.js";
import { arranged } from "./levels.js";
import { paint } from "./painting.js";

const ALL = 60;
const SHEET_STEP = 50;
const NEIGHBOURS = 4;
const MOST = 90;
const NARROW = window.matchMedia("(width < 760px)");

export class Margin extends EventTarget {
  active = null;
  #shown = [];
  #cards = new Map();
  #extent = SHEET_STEP;
  #printing = false;

  constructor(text, marks, themes, filters) {
    super();
    Object.assign(this, { text, marks, themes, filters });
    this.list = document.querySelector("#notes .cards");
    this.empty = document.querySelector("#notes .notes-empty");
    this.more = document.querySelector("#notes .more");
    this.more.addEventListener("click", () => this.#extend());
    new ResizeObserver(() => this.arrange()).observe(text.root);
    this.#wire();
  }

  render() {
    this.#shown = this.marks.all.filter((mark) => this.filters.passes(mark));
    this.empty.hidden = this.#shown.length > 0;
    this.#cards.clear();
    const focused = document.activeElement?.closest(".card")?.dataset.id;
    this.list.replaceChildren();
    this.activate(this.#shown.some((mark) => mark.id === this.active) ? this.active : null);
    if (focused) this.focus(focused);
  }

  /** Bring a card and its passage to the fore. */
  activate(id, { focus = false, scroll = false } = {}) {
    const mark = id && this.marks.get(id);
    this.active = mark ? id : null;
    paint("active", mark ? this.text.ranges(mark.start, mark.end) : []);
    if (mark && scroll) this.#scrollTo(mark);
    this.follow();
    for (const [other, card] of this.#cards) card.classList.toggle("active", other === this.active);
    this.arrange();
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
    const place = this.#shown.findIndex((mark) => mark.id === this.active);
    if (place >= 0) return this.#shown[place + step];
    return step > 0
      ? this.#shown.find((mark) => mark.start >= offset)
      : this.#shown.findLast((mark) => mark.start < offset);
  }

  /** Cards for the marks near the window; those that stay keep their elements and the focus. */
  follow() {
    const [from, to] = this.#window();
    const wanted = this.#shown.slice(from, to);
    const ids = new Set(wanted.map((mark) => mark.id));
    for (const [id, card] of this.#cards) {
      if (!ids.has(id)) {
        card.remove();
        this.#cards.delete(id);
      }
    }
    wanted.forEach((mark, index) => this.#put(mark, index, from));
    this.more.hidden = to >= this.#shown.length || !NARROW.matches;
    this.arrange();
  }

  arrange() {
    if (NARROW.matches || this.#printing) return;
    const origin = this.list.getBoundingClientRect().top;
    const cards = [...this.list.children];
    const levels = cards.map((card) => this.#level(card.dataset.id) - origin);
    const heights = cards.map((card) => card.offsetHeight);
    const tops = arranged(levels, heights, cards.findIndex((card) => card.dataset.id === this.active));
    cards.forEach((card, index) => {
      card.style.top = `${tops[index]}px`;
    });
    const whole = cards.length === this.#shown.length && cards.length > 0;
    this.list.style.height = whole ? `${tops.at(-1) + heights.at(-1)}px` : "";
  }

  #put(mark, index, from) {
    if (!this.#cards.has(mark.id)) {
      const tell = (name, id) => this.dispatchEvent(new CustomEvent(name, { detail: id }));
      const card = cardOf(mark, { number: this.text.numberOf(mark.start), themes: this.themes, tell });
      card.setAttribute("aria-setsize", this.#shown.length);
      card.setAttribute("aria-posinset", from + index + 1);
      card.classList.toggle("active", mark.id === this.active);
      this.#cards.set(mark.id, card);
      this.list.insertBefore(card, this.list.children[index] ?? null);
    }
  }

  /** Which of the shown marks have a card. */
  #window() {
    const count = this.#shown.length;
    if (count <= ALL || this.#printing) return [0, count];
    if (NARROW.matches) return [0, Math.min(count, this.#extent)];
    const first = this.text.blockBelow(-window.innerHeight / 2).start;
    const last = this.text.blockBelow(window.innerHeight * 1.5).end;
    const from = this.#shown.findIndex((mark) => mark.end > first);
    const after = this.#shown.findIndex((mark) => mark.start >= last);
    return this.#around(from < 0 ? count : from, after < 0 ? count : after);
  }

  /** The window with the active mark and its neighbours in it, cut to what a margin can hold. */
  #around(from, to) {
    const place = this.#shown.findIndex((mark) => mark.id === this.active);
    if (place < 0) return [from, Math.min(to, from + MOST)];
    const low = Math.max(0, Math.min(from, place - NEIGHBOURS));
    const high = Math.min(this.#shown.length, Math.max(to, place + NEIGHBOURS + 1));
    if (high - low <= MOST) return [low, high];
    const start = Math.max(low, Math.min(place - MOST / 2, high - MOST));
    return [start, Math.min(this.#shown.length, start + MOST)];
  }

  #extend() {
    const first = this.#shown[this.#extent];
    this.#extent += SHEET_STEP;
    this.follow();
    if (first) this.focus(first.id);
  }

  #level(id) {
    const mark = this.marks.get(id);
    return this.text.ranges(mark.start, mark.start + 1)[0]?.getBoundingClientRect().top ?? 0;
  }

  #scrollTo(mark) {
    const place = this.#shown.findIndex((one) => one.id === mark.id);
    this.#extent = Math.max(this.#extent, place + 1);
    const { top, bottom } = this.text.ranges(mark.start, mark.start + 1)[0].getBoundingClientRect();
    if (top < 90 || bottom > window.innerHeight - 90) {
      window.scrollBy({ top: top - window.innerHeight / 3, behavior: "instant" });
    }
  }

  #wire() {
    let waiting = false;
    window.addEventListener("scroll", () => {
      if (waiting || this.#shown.length <= ALL) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.follow();
      });
    }, { passive: true });
    document.addEventListener("appearance", () => this.follow());
    this.list.addEventListener("focusin", ({ target }) => {
      const { id } = target.closest(".card").dataset;
      if (this.active !== id) this.activate(id, { scroll: true });
    });
    this.list.addEventListener("pointerover", ({ target }) => this.#point(target.closest(".card")));
    this.list.addEventListener("pointerleave", () => this.#point(null));
    for (const [name, printing] of [["beforeprint", true], ["afterprint", false]]) {
      window.addEventListener(name, () => {
        this.#printing = printing;
        this.follow();
      });
    }
  }

  #point(card) {
    const mark = card && this.marks.get(card.dataset.id);
    paint("hover", mark ? this.text.ranges(mark.start, mark.end) : []);
  }
}
