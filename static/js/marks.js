/**
 * The marks of this text, as the reader sees them: a change shows at once and is sent after; what could not be sent
 * stays, is said to be unsaved, and is tried again.
 */
import { Refused, Unreachable, send } from "./api.js";

const CONTEXT = 32;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30000;

export class Marks extends EventTarget {
  #marks = new Map();
  #saved = new Map();
  #sending = new Map();
  #wait = FIRST_WAIT;

  constructor(text, place) {
    super();
    this.text = text;
    this.place = place;
    window.addEventListener("online", () => this.retry());
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved.length) event.preventDefault();
    });
  }

  load(marks) {
    for (const mark of marks) this.#accept(mark);
    this.#tell();
  }

  get all() {
    const marks = [...this.#marks.values()].filter((mark) => !mark.gone);
    return marks.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  get unsaved() {
    return [...this.#marks.values()].filter((mark) => mark.state === "unsaved");
  }

  get(id) {
    return this.#marks.get(id);
  }

  at(offset) {
    return this.all.filter((mark) => mark.start <= offset && offset < mark.end);
  }

  create([start, end], said) {
    const before = Math.max(0, start - CONTEXT);
    const mark = {
      id: newId(),
      version: this.place.version,
      start,
      end,
      exact: this.text.slice(start, end),
      prefix: start ? this.text.slice(before, start) : "",
      suffix: this.text.slice(end, Math.min(this.text.length, end + CONTEXT)),
      author: this.place.me,
      editable: true,
      created: new Date().toISOString(),
      ...said,
    };
    return this.#send({ ...mark, state: "saving" });
  }

  edit(id, said) {
    return this.#send({ ...this.get(id), ...said, state: "saving" });
  }

  remove(id) {
    return this.#send({ ...this.get(id), gone: true, state: "saving" });
  }

  retry() {
    return Promise.all(this.unsaved.map((mark) => this.#send({ ...mark, state: "saving" })));
  }

  /** Take over what the server says has changed. */
  take({ changed = [], removed = [] }) {
    for (const id of removed) this.#forget(id);
    for (const mark of changed) this.#accept(mark);
    this.#tell();
  }

  /** The mark as the server last had it. */
  saved(id) {
    return this.#saved.get(id);
  }

  #accept(mark) {
    this.#saved.set(mark.id, mark);
    this.#marks.set(mark.id, { ...mark, state: "saved" });
  }

  #forget(id) {
    this.#marks.delete(id);
    this.#saved.delete(id);
  }

  /** One request a mark at a time, so that a later state never overtakes an earlier one. */
  #send(mark) {
    this.#marks.set(mark.id, mark);
    this.#tell();
    const turn = (this.#sending.get(mark.id) ?? Promise.resolve()).then(() => this.#exchange(mark.id));
    this.#sending.set(mark.id, turn);
    return turn;
  }

  async #exchange(id) {
    const mark = this.get(id);
    if (!mark || mark.state !== "saving") return;
    const revision = this.saved(id)?.revision;
    const path = `${this.place.api}/highlights/${id}`;
    try {
      if (mark.gone) {
        if (revision) await send("DELETE", path, undefined, { revision });
        this.#forget(id);
      } else {
        const kept = await send("PUT", path, bodyOf(mark, this.place.article), { revision });
        if (this.get(id) === mark) this.#accept(kept);
        else this.#saved.set(id, kept);
      }
      this.#wait = FIRST_WAIT;
    } catch (error) {
      this.#failed(mark, error);
    }
    this.#tell();
  }

  #failed(mark, error) {
    if (error instanceof Refused && error.status === 412) {
      this.dispatchEvent(new CustomEvent("conflict", { detail: { mine: mark, theirs: error.body.current } }));
      return;
    }
    this.#marks.set(mark.id, { ...mark, state: "unsaved" });
    if (error instanceof Unreachable) {
      setTimeout(() => this.retry(), this.#wait);
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    }
    this.dispatchEvent(new CustomEvent("failed", { detail: error }));
  }

  /** After a conflict: mine over theirs, or theirs. */
  settle(mine, theirs, keepMine) {
    if (theirs) this.#accept(theirs);
    else this.#saved.delete(mine.id);
    if (keepMine) return this.#send({ ...mine, state: "saving" });
    if (!theirs) this.#forget(mine.id);
    this.#tell();
    return undefined;
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

function bodyOf(mark, article) {
  const { version, start, end, exact, prefix, suffix, note, themes } = mark;
  return { article, version, start, end, exact, prefix, suffix, note, themes };
}

/** A random UUID; crypto.randomUUID is missing where the page is not served securely. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
