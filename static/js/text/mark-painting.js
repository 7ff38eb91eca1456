/**
 * The marks' own paint: a wash for every mark and a strip for every theme of it, so that all show however many overlap. Whatever
 * changes in the page, the browser looks through all that is painted; so of many marks only those near the window are,
 * and of those only what has changed is painted anew.
 */
import { Lanes } from "./lanes.js";
import { supported } from "./painting.js";

/** How many screens above and below the window are painted, and how many are kept painted at least. */
const REACH = 3;
const LEAST = 1;

export class MarkPaint {
  /** What the strips of each shown mark are painted under, in text order. */
  #names = [];
  /** By mark: its place, names and ranges. */
  #painted = new Map();
  #highlights = new Map();
  /** The offsets [from, to) between which all is painted. */
  #window = [0, 0];
  #printing = false;

  constructor(text, shown) {
    Object.assign(this, { text, shown });
    if (!supported) return;
    window.addEventListener("scroll", () => this.#covers(this.#reaching(LEAST)) || this.#paintNear(), { passive: true });
    new ResizeObserver(() => this.#paintNear()).observe(text.root);
    for (const [name, printing] of [["beforeprint", true], ["afterprint", false]]) {
      window.addEventListener(name, () => {
        this.#printing = printing;
        this.#paintNear();
      });
    }
  }

  /** The shown marks have changed. @param coloursOf the colours of a mark's strips */
  render(coloursOf) {
    if (!supported) return;
    const lanes = new Lanes();
    this.#names = this.shown.rows.map((mark) => namesOf(mark, coloursOf(mark), lanes));
    this.#paintNear();
  }

  #paintNear() {
    this.#window = this.#printing ? [0, this.text.length + 1] : this.#reaching(REACH);
    const near = this.#near(this.#window);
    for (const id of this.#painted.keys()) if (!near.has(id)) this.#erase(id);
    for (const place of near.values()) this.#paint(this.shown.rows[place], this.#names[place]);
    this.#register();
  }

  /** The offsets so many screens above and below the window. */
  #reaching(screens) {
    const { innerHeight } = window;
    return [this.text.offsetBelow(-screens * innerHeight), this.text.offsetBelow((1 + screens) * innerHeight) + 1];
  }

  #covers([from, to]) {
    return this.#window[0] <= from && to <= this.#window[1];
  }

  /** The places of the marks that reach into [from, to), by their ids. */
  #near([from, to]) {
    const { rows } = this.shown;
    const near = new Map(this.shown.at(from).map(({ id }) => [id, this.shown.placeOf(id)]));
    for (let place = this.shown.firstFrom(from); rows[place]?.start < to; place += 1) near.set(rows[place].id, place);
    return near;
  }

  #paint({ id, start, end }, names) {
    const known = this.#painted.get(id);
    const same = known?.start === start && known.end === end;
    if (same && known.names.join() === names.join()) return;
    this.#erase(id);
    const ranges = same ? known.ranges : staticRanges(this.text, start, end);
    for (const name of names) for (const range of ranges) this.#highlight(name).add(range);
    this.#painted.set(id, { start, end, names, ranges });
  }

  #erase(id) {
    const { names, ranges } = this.#painted.get(id) ?? { names: [] };
    for (const name of names) for (const range of ranges) this.#highlight(name).delete(range);
    this.#painted.delete(id);
  }

  /** Underlines of lower lanes lie over the washes. */
  #highlight(name) {
    if (!this.#highlights.has(name)) {
      const priority = name.startsWith("wash") ? 0 : Number(name.split("-").at(-1));
      this.#highlights.set(name, Object.assign(new Highlight(), { priority }));
    }
    return this.#highlights.get(name);
  }

  #register() {
    for (const [name, highlight] of this.#highlights) {
      if (!highlight.size) CSS.highlights.delete(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }
}

/** The first lane washes the passage itself; a mark whose strips all lie lower has a wash of its own. */
function namesOf({ start, end }, colours, lanes) {
  const strips = colours.map((colour) => ({ colour, lane: lanes.take(start, end) }));
  const washes = strips[0]?.lane > 1 ? [`wash-${strips[0].colour}`] : [];
  return [...washes, ...strips.map(({ colour, lane }) => `mark-${colour}-${lane}`)];
}

/** Static ranges: the text never changes, and the browser need not keep them up to date. */
function staticRanges(text, start, end) {
  return text.spans(start, end).map(
    ({ from, to }) =>
      new StaticRange({ startContainer: from.node, startOffset: from.at, endContainer: to.node, endOffset: to.at }),
  );
}
