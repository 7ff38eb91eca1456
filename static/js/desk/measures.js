/** Where passages stand and how high cards are: read once, all together, and kept until the text is laid out anew. */

export class Measures {
  #levels = new Map();
  #heights = new WeakMap();

  constructor(text) {
    this.text = text;
  }

  /** The text is laid out anew. */
  forget() {
    this.#levels.clear();
    this.#heights = new WeakMap();
  }

  /** A mark may stand elsewhere. */
  moved(id) {
    this.#levels.delete(id);
  }

  /** A card may be higher or lower. */
  changed(card) {
    this.#heights.delete(card);
  }

  /** How far down the page's text the passages begin. */
  levels(marks) {
    const unknown = marks.filter(({ id }) => !this.#levels.has(id));
    if (unknown.length) {
      const { top } = this.text.root.getBoundingClientRect();
      for (const { id, start } of unknown) {
        this.#levels.set(id, (this.text.ranges(start, start + 1)[0]?.getBoundingClientRect().top ?? top) - top);
      }
    }
    return marks.map(({ id }) => this.#levels.get(id));
  }

  heights(cards) {
    for (const card of cards) if (!this.#heights.has(card)) this.#heights.set(card, card.offsetHeight);
    return cards.map((card) => this.#heights.get(card));
  }
}
