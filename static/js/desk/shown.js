/** The marks that pass the filters, in text order: kept up to date mark by mark. */
import { Ordered } from "../marks/order.js";

/** Of more changes at once all marks are looked through. */
const MANY = 200;

export class Shown {
  #order = new Ordered();
  #byId = new Map();

  constructor(marks, filters) {
    Object.assign(this, { marks, filters });
  }

  get rows() {
    return this.#order.rows;
  }

  get(id) {
    return this.#byId.get(id);
  }

  placeOf(id) {
    const mark = this.#byId.get(id);
    return mark ? this.#order.placeOf(mark) : -1;
  }

  firstFrom(offset) {
    return this.#order.firstFrom(offset);
  }

  /** Those at an offset, the shortest first: the innermost is what a click most likely means. */
  at(offset) {
    return this.#order.at(offset).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Marks have changed: those of the ids, all for null. */
  update(ids) {
    if (!ids || ids.size > MANY) this.#refill();
    else for (const id of ids) this.#updateOne(id);
  }

  #refill() {
    const rows = this.marks.all.filter((mark) => this.filters.passes(mark));
    this.#order.fill(rows);
    this.#byId = new Map(rows.map((mark) => [mark.id, mark]));
  }

  #updateOne(id) {
    const before = this.#byId.get(id);
    if (before) this.#order.take(before);
    this.#byId.delete(id);
    const mark = this.marks.get(id);
    if (!mark || mark.gone || !this.filters.passes(mark)) return;
    this.#byId.set(id, mark);
    this.#order.put(mark);
  }
}
