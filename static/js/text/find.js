/** Finding in the article: every place is painted, one of them is the one looked at; F3 and Shift+F3 walk. */
import { send } from "../lib/api.js";
import { composing } from "../lib/dom.js";
import { paint } from "./painting.js";

const PAUSE = 200;

export class Find extends EventTarget {
  #spans = [];
  #at = -1;
  #asked = "";
  #timer = 0;

  /** @param form the find bar  @param text the article's text  @param place where its API is */
  constructor(form, text, place) {
    super();
    Object.assign(this, { form, text, place });
    this.field = form.querySelector("input");
    this.said = form.querySelector("[role=status]");
    this.field.addEventListener("input", () => this.#soon());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#step(1);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || composing(event)) return;
      event.preventDefault();
      this.close();
    });
    form.querySelector(".before").addEventListener("click", () => this.#step(-1));
    form.querySelector(".close").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Look for what was typed elsewhere, from the paragraph that the address names. */
  async begin(typed) {
    this.form.hidden = false;
    this.field.value = typed;
    const { hash } = window.location;
    await this.#look(/^#p\d+$/.test(hash) ? this.text.blocks[Number(hash.slice(2)) - 1]?.start ?? 0 : 0);
  }

  close() {
    this.form.hidden = true;
    this.field.value = "";
    this.#show([], "");
    this.text.root.focus({ preventScroll: true });
  }

  #key(event) {
    if (event.key !== "F3" || event.defaultPrevented) return;
    event.preventDefault();
    if (this.form.hidden) {
      this.form.hidden = false;
      this.field.focus();
    } else this.#step(event.shiftKey ? -1 : 1);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(this.text.blockBelow(90).start), PAUSE);
  }

  async #look(from) {
    const typed = this.field.value.trim();
    this.#asked = typed;
    if (!typed) return this.#show([], "");
    try {
      const path = `${this.place.api}/articles/${this.place.article}/found?q=${encodeURIComponent(typed)}`;
      const found = await send("GET", path);
      // What was typed meanwhile is asked for already.
      if (this.#asked !== typed) return undefined;
      this.#show(found.spans);
      this.#go(Math.max(0, found.spans.findIndex(([start]) => start >= from)));
    } catch (error) {
      this.#show([], error.body ? error.message : gettext("连不上服务器，没有找。"));
    }
    return undefined;
  }

  #show(spans, said) {
    this.#spans = spans;
    this.#at = -1;
    paint("search", spans.flatMap(([start, end]) => this.text.ranges(start, end)));
    paint("search-now", []);
    this.said.textContent = said ?? (spans.length ? "" : gettext("没有找到"));
    this.dispatchEvent(new CustomEvent("found", { detail: spans }));
  }

  #step(by) {
    if (this.#spans.length) this.#go((this.#at + by + this.#spans.length) % this.#spans.length);
  }

  #go(at) {
    const span = this.#spans[at];
    if (!span) return;
    this.#at = at;
    const ranges = this.text.ranges(...span);
    paint("search-now", ranges);
    this.said.textContent = `${at + 1} / ${this.#spans.length}`;
    const box = ranges[0].getBoundingClientRect();
    window.scrollTo({ top: window.scrollY + box.top - window.innerHeight / 3 });
  }
}
