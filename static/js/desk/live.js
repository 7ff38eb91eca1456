/**
 * What others change, and this reader in other windows: asked for every few seconds while the page is looked at. A
 * held-open stream would keep one of the server's few threads for every open page; this asks, gets a 304, and lets go.
 */
import { exchange } from "../lib/api.js";

const PAUSE = 3000;
const LONGEST_PAUSE = 30000;

export class Live extends EventTarget {
  #tag = null;
  #timer = 0;
  #pause = PAUSE;

  constructor(line, { path, cursor }) {
    super();
    Object.assign(this, { line, path, cursor });
    document.addEventListener("visibilitychange", () => this.#now());
    window.addEventListener("online", () => this.#now());
    this.#later();
  }

  #now() {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#ask();
  }

  #later() {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => this.#ask(), this.#pause);
  }

  async #ask() {
    const { path, cursor } = this;
    try {
      const { body, tag } = await exchange("GET", `${path}?since=${cursor}`, undefined, { tag: this.#tag });
      this.#pause = PAUSE;
      if (body) this.#take(body, body.cursor === cursor ? tag : null);
      this.line.worked();
    } catch (error) {
      if (!this.line.failed(error)) throw error;
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
    } finally {
      this.#later();
    }
  }

  #take(body, tag) {
    this.cursor = body.cursor;
    this.#tag = tag;
    this.dispatchEvent(new CustomEvent("change", { detail: body }));
  }
}
