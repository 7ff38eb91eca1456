/** The drafts of this article: one a passage, or a mark whose note was being changed. */
import { Drafts } from "../lib/drafts.js";

export class Drafting {
  #drafts;

  constructor(text, place) {
    Object.assign(this, { text, place });
    this.#drafts = new Drafts(place.project);
  }

  /** What was being written about a new passage that this one meets. */
  of([start, end]) {
    const { version } = this.place;
    const meets = (said) => !said.mark && said.version === version && said.start < end && said.end > start;
    const here = this.#ours.filter(([, said]) => meets(said));
    return here.at(-1)?.[1] ?? null;
  }

  /** What was being written on a mark. */
  on(mark) {
    const said = this.#drafts.get(mark);
    return said?.mark === mark ? said : null;
  }

  /** @param said {note, themes}  @param mark the mark's id, null for a new passage */
  put([start, end], said, mark = null) {
    const { article, version } = this.place;
    const exact = this.text.slice(start, end);
    this.#drafts.put(this.#about([start, end], mark), { article, version, start, end, exact, mark, ...said });
  }

  drop(range, mark = null) {
    this.#drafts.drop(this.#about(range, mark));
  }

  forget(draft) {
    this.drop([draft.start, draft.end], draft.mark);
  }

  /** The last one of this article, with its place in this text: null where its words are gone. */
  get last() {
    const [, said] = this.#ours.at(-1) ?? [];
    return said ? { ...said, range: this.#rangeOf(said) } : null;
  }

  get count() {
    return this.#ours.length;
  }

  get #ours() {
    return this.#drafts.all.filter(([, said]) => said.article === this.place.article);
  }

  #about([start, end], mark) {
    return mark ?? `${this.place.article}:${start}-${end}`;
  }

  #rangeOf({ start, end, exact }) {
    if (!exact) return null;
    if (this.text.slice(start, end) === exact) return [start, end];
    const whole = this.text.slice(0, this.text.length);
    const at = whole.indexOf(exact);
    if (at < 0) return null;
    const from = [...whole.slice(0, at)].length;
    return [from, from + [...exact].length];
  }
}
