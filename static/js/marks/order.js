/** Marks in text order: found by halving, put in and taken out one at a time. */

function inOrder(a, b) {
  return a.start - b.start || a.end - b.end || a.createdAt - b.createdAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export class Ordered {
  rows = [];
  /** No mark here has ever been longer: how far back one may begin that still covers an offset. */
  #longest = 0;

  fill(marks) {
    this.rows = [...marks].sort(inOrder);
    this.#longest = this.rows.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  }

  put(mark) {
    this.rows.splice(this.#leading((row) => inOrder(row, mark) < 0), 0, mark);
    this.#longest = Math.max(this.#longest, mark.end - mark.start);
  }

  /** Take out a mark as it was put in. */
  take(mark) {
    const place = this.placeOf(mark);
    if (place >= 0) this.rows.splice(place, 1);
  }

  /** The place of a mark as it was put in; -1 when it is not here. */
  placeOf(mark) {
    const place = this.#leading((row) => inOrder(row, mark) < 0);
    return this.rows[place]?.id === mark.id ? place : -1;
  }

  /** The place of the first mark that begins at the offset or after it. */
  firstFrom(offset) {
    return this.#leading((row) => row.start < offset);
  }

  /** The marks that cover an offset. */
  at(offset) {
    const found = [];
    for (let place = this.firstFrom(offset + 1) - 1; this.rows[place]?.start > offset - this.#longest; place -= 1) {
      if (this.rows[place].end > offset) found.unshift(this.rows[place]);
    }
    return found;
  }

  /** How many rows at the beginning satisfy what no later one does. */
  #leading(holds) {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.rows[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
