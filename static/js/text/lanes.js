/** Where marks overlap their underlines are stacked: which of the lanes each one takes. */

/** Six levels below the line, solid; what lies deeper is dashed over them, so that both are seen. */
export const LANES = 12;

export class Lanes {
  #ends = new Array(LANES).fill(-1);

  /** The lane (from 1) of the next strip in order of start: the first that no overlapping one has, else the one free soonest. */
  take(start, end) {
    const free = this.#ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? this.#ends.indexOf(Math.min(...this.#ends)) : free;
    this.#ends[lane] = Math.max(this.#ends[lane], end);
    return lane + 1;
  }
}
