/** From a chosen passage to a kept mark: asking what to make of it, or doing the same as last time. */
import { copy } from "../lib/copying.js";
import { paint } from "../text/painting.js";
import { toast } from "../lib/status.js";

export class Marking extends EventTarget {
  #range = null;
  #chooser = null;
  /** The mark whose note is being changed; null while the popup asks about a new one. */
  #mark = null;

  /** @param desk {text, marks, themes, margin, popup, selecting, caret, sticky, place, drafting}, and memory: under what to remember */
  constructor(desk) {
    super();
    Object.assign(this, desk);
    const { selecting, caret, popup } = desk;
    selecting.addEventListener("choose", ({ detail }) => this.choose(detail, selecting));
    selecting.addEventListener("nothing", () => popup.touched || popup.close());
    caret.addEventListener("choose", ({ detail }) => this.choose(detail, caret));
    popup.addEventListener("characters", () => this.characters());
    popup.addEventListener("typed", () => this.#draft());
    window.addEventListener("beforeunload", (event) => popup.typed && event.preventDefault());
  }

  /** Mark what is selected, however it was. */
  selected() {
    const [range, chooser] = this.#selection;
    if (range) this.choose(range, chooser);
    else toast(gettext("先在正文里选中一段文字"));
  }

  /** A passage is chosen: while the popup asks about a new mark, it now asks about this one. */
  choose(range, chooser) {
    if (this.popup.typed && !this.#mark) this.drafting.drop(this.#range);
    this.#range = range;
    this.#chooser = chooser;
    paint("preview", this.text.ranges(...range));
    if (this.place.placing) {
      this.place.placing(range);
      this.#keep(null);
    } else if (this.sticky.on) this.#keep({ note: "", themes: this.sticky.chosen });
    else if (this.popup.open) {
      this.popup.retarget(this.text.slice(...range), this.#box(range));
      this.#draft();
    } else this.#ask();
  }

  /** The themes of the last mark again, without a question. */
  same() {
    const [range, chooser] = this.#selection;
    if (!this.#last.length) toast(gettext("还没有上一次的主题"));
    else if (!range) toast(gettext("先在正文里选中一段文字"));
    else {
      this.#range = range;
      this.#chooser = chooser;
      this.#keep({ note: "", themes: this.#last });
    }
  }

  toggleSticky() {
    if (this.sticky.on) this.sticky.off();
    else if (this.#last.length) this.sticky.stick(this.#last);
    else toast(gettext("还没有上一次的主题"));
  }

  characters() {
    const range = this.selecting.toggle();
    if (this.popup.open && range && this.#chooser === this.selecting) this.choose(range, this.selecting);
    else if (!this.popup.open) toast(this.selecting.characters ? gettext("现在逐字选取") : gettext("现在按词取齐"));
  }

  /** The themes of the last mark, also across a reload. */
  get #last() {
    const ids = JSON.parse(sessionStorage.getItem(this.memory) ?? "[]");
    return ids.filter((id) => this.themes.get(id));
  }

  set #last(ids) {
    sessionStorage.setItem(this.memory, JSON.stringify(ids));
  }

  async edit(id) {
    const { start, end, exact, note, themes } = this.marks.get(id);
    const draft = this.drafting.on(id);
    const asked = this.popup.ask(exact, this.#box([start, end]), { note, themes }, { draft });
    this.#mark = id;
    const said = await asked;
    this.#settle(said, [start, end], id);
    if (said) this.marks.edit(id, { note: said.note, themes: said.themes });
    this.margin.activate(id, { focus: true });
  }

  /** Go on with the draft that was left last; where its words are gone it is copied. */
  resume() {
    const draft = this.drafting.last;
    if (!draft) return undefined;
    const mark = this.marks.get(draft.mark);
    const range = mark ? [mark.start, mark.end] : draft.range;
    if (!range) return this.#takeAway(draft);
    this.text.ranges(...range)[0].startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    if (mark?.editable) return this.edit(draft.mark);
    this.drafting.forget(draft);
    this.#range = range;
    this.#chooser = this.caret;
    return this.#ask(draft);
  }

  async #takeAway(draft) {
    if (await copy([draft.exact, draft.note].filter(Boolean).join("\n"))) this.drafting.forget(draft);
    toast(gettext("这段话已不在文中：原话和批注已复制，可以粘到别处。"));
    this.dispatchEvent(new Event("drafts"));
  }

  /** What is being written lies on this device until it is kept. */
  #draft() {
    if (this.popup.typed) this.drafting.put(this.#passage, this.popup.said, this.#mark);
    else if (this.popup.open) this.drafting.drop(this.#passage, this.#mark);
  }

  get #passage() {
    const mark = this.#mark && this.marks.get(this.#mark);
    return mark ? [mark.start, mark.end] : this.#range;
  }

  /** The popup has closed: what it said is kept, or stays a draft, which is offered again. */
  #settle(said, range, mark = null) {
    if (this.#mark === mark) this.#mark = null;
    if (said) this.drafting.drop(range, mark);
    else if (mark ? this.drafting.on(mark) : this.drafting.of(range)) {
      toast(gettext("没存的批注留作草稿"), gettext("接着写"), () => this.resume());
    }
    this.dispatchEvent(new Event("drafts"));
  }

  get #selection() {
    return this.caret.range ? [this.caret.range, this.caret] : [this.selecting.range, this.selecting];
  }

  async #ask(draft = this.drafting.of(this.#range)) {
    const ways = { characters: this.selecting.characters, same: this.#last };
    if (draft) this.drafting.forget(draft);
    const asked = this.popup.ask(this.text.slice(...this.#range), this.#box(this.#range), {}, { ways, draft });
    this.#mark = null;
    this.#draft();
    const said = await asked;
    this.#settle(said, this.#range);
    if (said?.sticky) this.sticky.stick(said.themes);
    this.#keep(said);
  }

  /** Keep the mark, and bring the reader back to where they were; null keeps nothing. */
  #keep(said) {
    paint("preview", []);
    if (said) {
      if (said.themes.length) this.#last = said.themes;
      this.marks.create(this.#range, { note: said.note, themes: said.themes });
      this.dispatchEvent(new Event("marked"));
    }
    this.#chooser.clear?.();
    this.caret.collapse();
    this.caret.put(this.#range[1]);
    this.text.root.focus({ preventScroll: true });
  }

  #box([start, end]) {
    const ranges = this.text.ranges(start, end);
    return ranges.at(-1).getBoundingClientRect();
  }
}
