/** Where marks overlap their underlines are stacked: which of the lanes each one takes. */

const LANES = 3;

export class Lanes {
  #ends = new Array(LANES).fill(-1);

  /** The lane (from 1) of the next strip in order of start: the first that no overlapping one has, else the last. */
  take(start, end) {
    const free = this.#ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? LANES - 1 : free;
    this.#ends[lane] = Math.max(this.#ends[lane], end);
    return lane + 1;
  }
}
