/**
 * The marks of this text, as the reader sees them: a change shows at once and lies in the outbox until the server has
 * it. What others change is taken over, but never over a change of this reader's that is still on its way.
 */
import { Mark, newId, told, unpacked } from "./mark.js";
import { Ordered } from "./order.js";
import { openOutbox } from "./outbox.js";
import { Sender } from "./sender.js";

const METHODS = { true: "DELETE", false: "PUT" };

export class Marks extends EventTarget {
  #marks = new Map();
  #order = new Ordered();
  /** How many changes of a mark are on their way. */
  #pending = new Map();
  #takenBack = [];

  constructor(text, place, line) {
    super();
    Object.assign(this, { text, place, line });
    window.addEventListener("beforeunload", (event) => {
      if (this.unsent) event.preventDefault();
    });
    line.addEventListener("change", () => this.#restate());
  }

  /** Show the server's marks, and over them what is left in the outbox from before. */
  async load(desk) {
    const marks = unpacked(this.text, desk);
    this.#marks = new Map(marks.map((mark) => [mark.id, mark]));
    this.#order.fill(marks);
    const name = `quandian-${desk.me.id}-${this.place.project}`;
    this.tabs = new BroadcastChannel(name);
    this.tabs.addEventListener("message", ({ data }) => this.#hear(data));
    this.outbox = await openOutbox(name);
    this.sender = new Sender(this.outbox, this.line, { api: this.place.api, name });
    this.sender.addEventListener("kept", ({ detail }) => this.#kept(detail));
    this.sender.addEventListener("refused", ({ detail }) => this.#refused(detail));
    this.sender.addEventListener("overtaken", ({ detail }) => this.#overtaken(detail));
    for (const change of await this.outbox.all()) this.#overlay(change);
    this.#tell(null);
    this.sender.wake();
  }

  /** In text order. */
  get all() {
    return this.#order.rows;
  }

  /** How many changes the server does not have yet. */
  get unsent() {
    return [...this.#pending.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Whether a change of the mark, be it one of an older text, is on its way. */
  isUnsent(id) {
    return this.#pending.has(id);
  }

  get(id) {
    return this.#marks.get(id);
  }

  create([start, end], said) {
    const { version, me } = this.place;
    const now = Date.now();
    const who = { author: { id: me.id, name: me.name }, editable: true, createdAt: now, updatedAt: now };
    return this.#change(new Mark(this.text, { id: newId(), version, start, end, note: "", themes: [], ...who, ...said }));
  }

  edit(id, said) {
    return this.#change(this.get(id).with({ ...said, updatedAt: Date.now() }));
  }

  remove(id) {
    return this.#change(this.get(id).with({ gone: true }));
  }

  /** Give a mark of an older text its place in this one. */
  attach(row, [start, end]) {
    return this.#change(told(this.text, { ...row, version: this.place.version, start, end }), null);
  }

  /** Delete a mark of an older text. */
  drop(row) {
    return this.#change(told(this.text, row).with({ gone: true }), null);
  }

  /** Send again what was refused. */
  retry() {
    this.#restate("saving");
    return this.sender.release();
  }

  /** Take over what the server says has changed; that a mark of an older text has, is told as "elsewhere". */
  take({ changed = [], removed = [] }) {
    const ids = new Set();
    for (const id of removed) if (!this.#pending.has(id) && this.#lose(id)) ids.add(id);
    for (const row of changed) if (this.#takeOne(row)) ids.add(row.id);
    if (ids.size) this.#tell(ids);
    if (changed.some((row) => row.version < this.place.version)) this.dispatchEvent(new Event("elsewhere"));
  }

  /** Take back the last change that has not been sent; whether there was one. The line must be down. */
  async takeBack() {
    const own = (await this.outbox.all()).filter(({ body }) => body.article === this.place.article);
    const change = own.at(-1);
    if (!change) return false;
    await this.outbox.drop(change.key);
    this.#takenBack.push(change);
    this.#settled(change.id);
    this.#set(change.before ? new Mark(this.text, change.before) : this.get(change.id).with({ gone: true }));
    return true;
  }

  /** Write down again what was taken back last; whether there was something. */
  async putBack() {
    const change = this.#takenBack.pop();
    if (!change) return false;
    const { key, ...fields } = change;
    const kept = await this.outbox.add(fields);
    this.#overlay(kept);
    this.#tell(new Set([change.id]));
    this.sender.wake();
    return true;
  }

  /** After a conflict: "mine" over theirs, which has `revision`; or "theirs"; or "both": theirs, and mine as a mark of its own. */
  async settle({ change, theirs, revision }, choice) {
    const { id } = change;
    for (const other of await this.outbox.all()) {
      if (other.id === id) await this.#forget(other);
    }
    if (!theirs) this.#lose(id);
    else this.#accept(theirs);
    this.sender.learn(id, revision);
    if (choice === "mine") await this.#change(new Mark(this.text, { ...change.after, revision }), theirs && this.get(id));
    if (choice === "both") await this.create([change.after.start, change.after.end], saidBy(change.after));
    await this.sender.release(id);
    this.#tell(new Set([id]));
  }

  /** What was refused or overtaken waits, and its card says so, until the reader tries again. */
  postpone(id) {
    const mark = this.get(id);
    if (mark) this.#set(mark.with({ state: "refused" }));
  }

  async #change(mark, before = this.get(mark.id)) {
    this.#takenBack = [];
    this.#pending.set(mark.id, (this.#pending.get(mark.id) ?? 0) + 1);
    this.#set(mark.with({ state: this.#state }));
    const method = METHODS[Boolean(mark.gone)];
    const fields = { before: before ? { ...before } : null, after: { ...mark, state: "unsaved" } };
    const body = mark.body(this.place.article);
    const revision = before?.revision ?? mark.revision ?? null;
    await (this.written = this.outbox.add({ id: mark.id, method, body, revision, ...fields }));
    if (!this.outbox.lasting) this.#tell(new Set());
    this.sender.wake();
  }

  #overlay(change) {
    this.#pending.set(change.id, (this.#pending.get(change.id) ?? 0) + 1);
    if (change.body.article !== this.place.article || change.body.version !== this.place.version) return;
    this.#keep(new Mark(this.text, change.after));
  }

  #kept({ change, kept }) {
    this.tabs.postMessage({ change, kept });
    this.#keptHere({ change, kept });
  }

  /** Another tab has sent something: of its own, or of this one's. */
  #hear(message) {
    this.sender?.learn(message.change.id, message.kept?.revision ?? 0);
    this.#keptHere(message);
  }

  #keptHere({ change, kept }) {
    const { id } = change;
    this.#settled(id);
    this.dispatchEvent(new CustomEvent("kept", { detail: { id } }));
    if (change.body.article !== this.place.article) return this.#tell(new Set());
    if (this.#pending.has(id)) this.get(id).revision = kept?.revision;
    else if (kept) this.#accept(kept);
    else this.#lose(id);
    return this.#tell(new Set([id]));
  }

  #refused({ change, error }) {
    this.postpone(change.id);
    this.dispatchEvent(new CustomEvent("failed", { detail: { change, error } }));
  }

  #overtaken({ change, error: { body } }) {
    const { current: theirs, revision, changed_by: who } = body;
    const detail = { change, mine: this.get(change.id), theirs, revision, who };
    this.dispatchEvent(new CustomEvent("conflict", { detail }));
  }

  async #forget(change) {
    await this.outbox.drop(change.key);
    this.#settled(change.id);
  }

  #settled(id) {
    const left = (this.#pending.get(id) ?? 1) - 1;
    if (left > 0) this.#pending.set(id, left);
    else this.#pending.delete(id);
  }

  #takeOne(row) {
    const here = this.get(row.id);
    if (this.#pending.has(row.id) || (here && here.revision > row.revision)) return false;
    if (row.version !== this.place.version) return this.#lose(row.id);
    if (here?.says(row)) return false;
    this.#accept(row);
    return true;
  }

  /** A mark that the server has already carried into a newer text stays where it is on this page. */
  #accept(row) {
    const here = this.get(row.id);
    const place = row.version === this.place.version || !here ? {} : { start: here.start, end: here.end };
    this.#keep(told(this.text, { ...row, version: this.place.version, ...place }));
  }

  /** Remember the mark as it is now. */
  #keep(mark) {
    this.#lose(mark.id);
    this.#marks.set(mark.id, mark);
    if (!mark.gone) this.#order.put(mark);
  }

  /** Forget the mark; whether there was one. */
  #lose(id) {
    const mark = this.get(id);
    if (mark && !mark.gone) this.#order.take(mark);
    return this.#marks.delete(id);
  }

  #set(mark) {
    this.#keep(mark);
    this.#tell(new Set([mark.id]));
  }

  get #state() {
    return this.line.state === "open" ? "saving" : "unsaved";
  }

  /** What is on its way is told to be unsaved while the line is down. */
  #restate(state = this.#state) {
    const ids = new Set();
    for (const id of this.#pending.keys()) {
      const mark = this.get(id);
      if (!mark || mark.state === state) continue;
      this.#keep(mark.with({ state }));
      ids.add(id);
    }
    this.#tell(ids);
  }

  /** @param ids of the marks that changed; null for all */
  #tell(ids) {
    this.dispatchEvent(new CustomEvent("change", { detail: { ids } }));
  }
}

function saidBy({ note, themes }) {
  return { note, themes };
}
