/** The outbox where the browser keeps nothing for pages: it lasts as long as the page, and its readers are told so. */

export class MemoryOutbox {
  lasting = false;
  #changes = new Map();
  #last;

  /** @param last the key before the first one given here */
  constructor(last = 0) {
    this.#last = last;
  }

  /** All changes, the oldest first. */
  async all() {
    return [...this.#changes.values()];
  }

  async get(key) {
    return this.#changes.get(key);
  }

  async add(change) {
    this.#last += 1;
    const kept = { ...change, key: this.#last };
    this.#changes.set(kept.key, kept);
    return kept;
  }

  async drop(key) {
    this.#changes.delete(key);
  }

  /** Forget a change, if it is kept; the later ones of its mark build on the revision that it led to. */
  async settle({ key, id }, revision) {
    this.#changes.delete(key);
    for (const later of this.#changes.values()) if (later.id === id) later.revision = revision;
  }
}
