/**
 * Sends the outbox in order, one change at a time: a failing line is tried again after a growing wait; a change that is
 * refused, or that somebody else's overtook, holds back those of its mark alone.
 */
import { exchange } from "../lib/api.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;

export class Sender extends EventTarget {
  #held = new Set();
  #revisions = new Map();
  #running = null;
  #again = false;
  #wait = FIRST_WAIT;
  #timer = 0;

  /** @param name that all tabs with this outbox share */
  constructor(outbox, line, { api, name }) {
    super();
    Object.assign(this, { outbox, line, api, name });
    window.addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
  }

  /** Send what there is, now; done when that is sent, what was on its way included, or cannot be. */
  wake() {
    clearTimeout(this.#timer);
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run() {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#inTurn(() => this.#pass());
      }
    } finally {
      this.#running = null;
    }
  }

  /** The revision a mark got by a change of this reader's: one written down meanwhile builds on it. */
  learn(id, revision) {
    this.#revisions.set(id, revision);
  }

  /** What was refused may be sent again. */
  release(id) {
    if (id) this.#held.delete(id);
    else this.#held.clear();
    return this.wake();
  }

  /** Of all tabs one sends at a time. Without locks, which need a secure page, the requests bear being sent twice. */
  #inTurn(act) {
    return navigator.locks ? navigator.locks.request(this.name, act) : act();
  }

  async #pass() {
    try {
      for (const { key } of await this.outbox.all()) {
        const change = await this.outbox.get(key);
        if (change && !this.#held.has(change.id)) await this.#deliver(change);
      }
      this.#wait = FIRST_WAIT;
    } catch (error) {
      if (!this.line.failed(error)) throw error;
      this.#timer = setTimeout(() => this.wake(), Math.max(this.#wait, error.after ?? 0));
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    }
  }

  async #deliver(change) {
    const { method, id, body } = change;
    const known = Math.max(change.revision ?? 0, this.#revisions.get(id) ?? 0);
    try {
      const answer = await exchange(method, `${this.api}/highlights/${id}`, body, { revision: known });
      const kept = answer.body;
      const revision = kept?.revision ?? Number(answer.tag?.match(/\d+/)?.[0]);
      this.learn(id, revision);
      await this.outbox.settle(change, revision);
      this.line.worked();
      this.#tell("kept", { change, kept });
    } catch (error) {
      if (this.line.failed(error) || !error.status) throw error;
      this.line.worked();
      this.#held.add(id);
      this.#tell(error.status === 412 ? "overtaken" : "refused", { change, error });
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
