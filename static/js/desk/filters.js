/** Which marks are shown: by theme, which is also the legend, and by person. */
import { element } from "../lib/dom.js";
import { NONE } from "./tally.js";

export class Filters extends EventTarget {
  #hidden = new Set();
  #person = "";
  #legend = "";

  constructor(themes) {
    super();
    this.themes = themes;
    this.legend = document.querySelector("#notes .legend");
    this.people = document.querySelector("#notes .people");
    this.state = document.querySelector("#notes .filtered");
    this.legend.addEventListener("change", ({ target }) => this.#toggle(target));
    this.people.addEventListener("change", () => this.#choose(this.people.value));
    this.state.querySelector("button").addEventListener("click", () => this.clear());
  }

  passes(mark) {
    if (this.#hidden.size && !this.themesOf(mark).length) return false;
    return !this.#person || String(mark.author?.id ?? NONE) === this.#person;
  }

  /** The keys of the mark's themes that are shown: their ids, or "none" for a mark without themes. */
  themesOf(mark) {
    const keys = mark.themes.length ? mark.themes : [NONE];
    return this.#hidden.size ? keys.filter((key) => !this.#hidden.has(String(key))) : keys;
  }

  clear() {
    this.#hidden.clear();
    this.#choose("");
  }

  /** The legend, and how many are shown. @param tally of all marks  @param total their number  @param shown how many pass */
  render({ themes, people }, total, shown) {
    this.state.hidden = shown === total && !this.#person;
    this.state.querySelector("span").textContent = interpolate(gettext("显示 %s / %s 处"), [shown, total]);
    const rows = [...themes].map(([key, count]) => [key, count, this.themes.get(key)?.name, this.themes.classOf(key)]);
    const legend = JSON.stringify([rows, [...people], [...this.#hidden], this.#person]);
    if (legend === this.#legend) return;
    this.#legend = legend;
    const focused = document.activeElement?.name === "theme" ? document.activeElement.value : null;
    this.legend.replaceChildren(...rows.map(([key, count]) => this.#row(key, count)));
    if (focused) this.legend.querySelector(`[value="${focused}"]`)?.focus();
    this.#renderPeople(people);
  }

  #row(key, count) {
    const row = element("label", this.themes.classOf(key));
    const box = element("input");
    Object.assign(box, { type: "checkbox", name: "theme", value: key, checked: !this.#hidden.has(String(key)) });
    const name = this.themes.get(key)?.name ?? gettext("没有主题");
    row.append(box, element("span", "dot"), element("span", "", name), element("span", "n", count));
    return row;
  }

  #renderPeople(people) {
    const names = [...people].map(([id, name]) => [id, name ?? gettext("已离开的成员")]);
    this.people.replaceChildren(...[["", gettext("所有人")], ...names].map(([id, name]) => new Option(name, id)));
    this.people.value = people.has(this.#person) ? this.#person : "";
    this.people.parentElement.hidden = people.size < 2;
  }

  #toggle({ value, checked }) {
    if (checked) this.#hidden.delete(value);
    else this.#hidden.add(value);
    this.dispatchEvent(new Event("change"));
  }

  #choose(person) {
    this.#person = person;
    this.dispatchEvent(new Event("change"));
  }
}
