/** Word boundaries, as the server cut them: one base-36 digit a word, its length in code points. */

export class Words {
  #edges;

  constructor(compact) {
    this.#edges = [0];
    for (const digit of compact) this.#edges.push(this.#edges.at(-1) + Number.parseInt(digit, 36));
  }

  /** The edge at or before the offset. */
  floor(offset) {
    return this.#edges[this.#place(offset)];
  }

  /** The edge at or after the offset. */
  ceiling(offset) {
    const place = this.#place(offset);
    return this.#edges[place] === offset ? offset : (this.#edges[place + 1] ?? this.#edges[place]);
  }

  before(offset) {
    return this.floor(Math.max(0, offset - 1));
  }

  after(offset) {
    return this.ceiling(Math.min(this.#edges.at(-1), offset + 1));
  }

  /** [start, end) widened to whole words. */
  snap(start, end) {
    return [this.floor(start), this.ceiling(end)];
  }

  #place(offset) {
    let low = 0;
    let high = this.#edges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#edges[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const CLOSING = /^[\s、，。；：！？,;:!?.·…”’》〉」』）)\]】]+/u;

/** A range of whole words without the signs that end what stands before it; as it is where it holds nothing else. */
export function begun(text, start, end) {
  const [signs] = text.slice(start, end).match(CLOSING) ?? [""];
  const from = start + [...signs].length;
  return trimmed(text, from < end ? from : start, end);
}

/** The range without white space and newlines at its ends; null when nothing is left. */
export function trimmed(text, start, end) {
  const signs = [...text.slice(start, end)];
  const head = signs.findIndex((sign) => sign.trim());
  if (head < 0) return null;
  const tail = signs.findLastIndex((sign) => sign.trim());
  return [start + head, start + tail + 1];
}
