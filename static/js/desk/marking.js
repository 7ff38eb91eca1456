/** From a chosen passage to a kept mark: asking what to make of it, or doing the same as last time. */
import { paint } from "../text/painting.js";
import { toast } from "../lib/status.js";

export class Marking {
  #range = null;
  #chooser = null;

  /** @param desk {text, marks, themes, margin, popup, selecting, caret, sticky, place}, and memory: under what to remember */
  constructor(desk) {
    Object.assign(this, desk);
    const { selecting, caret, popup } = desk;
    selecting.addEventListener("choose", ({ detail }) => this.choose(detail, selecting));
    selecting.addEventListener("nothing", () => popup.touched || popup.close());
    caret.addEventListener("choose", ({ detail }) => this.choose(detail, caret));
    popup.addEventListener("characters", () => this.characters());
  }

  /** Mark what is selected, however it was. */
  selected() {
    const [range, chooser] = this.#selection;
    if (range) this.choose(range, chooser);
    else toast(gettext("先在正文里选中一段文字"));
  }

  /** A passage is chosen: while the popup asks about a new mark, it now asks about this one. */
  choose(range, chooser) {
    this.#range = range;
    this.#chooser = chooser;
    paint("preview", this.text.ranges(...range));
    if (this.place.placing) {
      this.place.placing(range);
      this.#keep(null);
    } else if (this.sticky.on) this.#keep({ note: "", themes: this.sticky.chosen });
    else if (this.popup.open) this.popup.retarget(this.text.slice(...range), this.#box(range));
    else this.#ask();
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
    const said = await this.popup.ask(exact, this.#box([start, end]), { note, themes });
    if (said) this.marks.edit(id, { note: said.note, themes: said.themes });
    this.margin.activate(id, { focus: true });
  }

  get #selection() {
    return this.caret.range ? [this.caret.range, this.caret] : [this.selecting.range, this.selecting];
  }

  async #ask() {
    const ways = { characters: this.selecting.characters, same: this.#last };
    const said = await this.popup.ask(this.text.slice(...this.#range), this.#box(this.#range), {}, ways);
    if (said?.sticky) this.sticky.stick(said.themes);
    this.#keep(said);
  }

  /** Keep the mark, and bring the reader back to where they were; null keeps nothing. */
  #keep(said) {
    paint("preview", []);
    if (said) {
      if (said.themes.length) this.#last = said.themes;
      this.marks.create(this.#range, { note: said.note, themes: said.themes });
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
