/**
 * What a new text did to the marks: how many stayed, moved, changed words or lost their place, and those without a
 * place, each with the likeliest ones, to be put back or dropped by hand.
 */
import { send } from "../lib/api.js";
import { cloned, element } from "../lib/dom.js";
import { toast } from "../lib/status.js";

const AROUND = 10;

export class Orphans {
  #told = null;
  /** The list's items by the ids of their marks, those on their way to the server included. */
  #items = new Map();

  constructor({ text, place, marks, themes }) {
    Object.assign(this, { text, place, marks, themes });
    this.section = document.getElementById("moved");
    this.list = this.section.querySelector(".orphans");
    this.section.querySelector(".seen").addEventListener("click", () => this.#dismiss());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#choose(null));
    marks.addEventListener("change", ({ detail: { ids } }) => {
      if (!ids || [...ids].some((id) => this.#items.has(id))) this.#draw();
    });
    marks.addEventListener("kept", ({ detail: { id } }) => this.#items.delete(id));
  }

  async load() {
    const report = await send("GET", `${this.place.api}/articles/${this.place.article}/reanchoring`);
    this.#sum(report);
    this.#reworded(report.reworded);
    this.#items = new Map(report.orphans.map((orphan) => [orphan.id, this.#item(orphan)]));
    this.#draw();
  }

  /** One that was put back or dropped is away until that is taken back, and for good once the server has it. */
  #draw() {
    const shown = [...this.#items].filter(([id]) => !this.marks.isUnsent(id)).map(([, item]) => item);
    this.list.replaceChildren(...shown);
    this.#show();
  }

  get #key() {
    return `quandian-moved-${this.place.version}`;
  }

  #dismiss() {
    localStorage.setItem(this.#key, "seen");
    this.#show();
  }

  #show() {
    const summary = this.section.querySelector(".summary");
    summary.hidden = summary.hidden || localStorage.getItem(this.#key) === "seen";
    const none = !this.list.children.length;
    this.section.querySelector(".orphans-head").hidden = none;
    this.section.hidden = summary.hidden && none;
  }

  #sum({ stayed, moved, changed, orphaned }) {
    const numbers = [stayed, moved, changed, orphaned];
    const sentence = gettext("换成这个版本时，圈点有 %s 处没动，%s 处随文移动，%s 处字句改过，%s 处没有着落。");
    this.section.querySelector(".sum").textContent = interpolate(sentence, [...numbers]);
    this.section.querySelector(".summary").hidden = !numbers.some(Boolean);
  }

  #reworded(rows) {
    const details = this.section.querySelector(".reworded");
    details.hidden = !rows.length;
    details.querySelector("ul").replaceChildren(
      ...rows.map(({ before, after }) => {
        const item = element("li");
        item.append(element("del", "", before), " → ", element("ins", "", after));
        return item;
      }),
    );
  }

  #item(orphan) {
    const item = cloned("orphan-template");
    item.dataset.id = orphan.id;
    item.querySelector(".quote").textContent = orphan.exact;
    item.querySelector(".note").textContent = orphan.note;
    const names = orphan.themes.map((id) => this.themes.get(id)?.name).filter(Boolean);
    item.querySelector(".tags").textContent = names.join("、");
    const places = orphan.editable ? orphan.candidates.map((place) => this.#candidate(orphan, place)) : [];
    item.querySelector(".candidates").replaceChildren(...places);
    item.querySelector(".row").hidden = !orphan.editable;
    item.querySelector(".by-hand").addEventListener("click", () => this.#choose(orphan));
    item.querySelector(".drop").addEventListener("click", () => this.#drop(orphan));
    return item;
  }

  #candidate(orphan, { start, end, exact, prefix, suffix }) {
    const number = this.text.numberOf(start);
    const button = element("button", "", interpolate(gettext("放到第 %s 段："), [number]));
    button.type = "button";
    button.append(`…${prefix.slice(-AROUND)}`, element("b", "", exact), `${suffix.slice(0, AROUND)}…`);
    button.addEventListener("click", () => this.#attach(orphan, [start, end]));
    const item = element("li");
    item.append(button);
    return item;
  }

  #choose(orphan) {
    this.place.placing = orphan && ((range) => this.#placeAt(orphan, range));
    for (const item of this.list.children) item.classList.toggle("placing", item.dataset.id === orphan?.id);
    this.#told?.();
    this.#told = null;
    if (!orphan) return;
    const hint = gettext("在正文里选一段文字，就放到那里；Esc 取消。");
    this.#told = toast(hint, gettext("取消"), () => this.#choose(null), true);
    this.text.root.focus({ preventScroll: true });
  }

  #placeAt(orphan, range) {
    this.#attach(orphan, range);
    this.#choose(null);
  }

  #attach(orphan, range) {
    this.#leave(orphan, () => this.marks.attach(orphan, range));
  }

  #drop(orphan) {
    this.#leave(orphan, () => this.marks.drop(orphan));
  }

  #leave({ id }, act) {
    const next = this.#items.get(id)?.nextElementSibling ?? this.text.root;
    act();
    (next.querySelector("button") ?? this.text.root).focus({ preventScroll: true });
  }
}
