/** Which marks are shown: by theme, which is also the legend, and by person. */
import { element } from "./dom.js";

const NONE = "none";

export class Filters extends EventTarget {
  #hidden = new Set();
  #person = "";

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
    return this.themesOf(mark).length > 0 && (!this.#person || String(mark.author?.id ?? NONE) === this.#person);
  }

  /** The keys of the mark's themes that are shown: their ids, or "none" for a mark without themes. */
  themesOf(mark) {
    const keys = mark.themes.length ? mark.themes : [NONE];
    return keys.filter((key) => !this.#hidden.has(String(key)));
  }

  clear() {
    this.#hidden.clear();
    this.#choose("");
  }

  /** The legend of what is marked. */
  render(marks) {
    this.marks = marks;
    const focused = document.activeElement?.name === "theme" ? document.activeElement.value : null;
    const counts = countOf(marks.flatMap((mark) => (mark.themes.length ? mark.themes : [NONE])));
    this.legend.replaceChildren(...[...counts].map(([key, count]) => this.#row(key, count)));
    if (focused) this.legend.querySelector(`[value="${focused}"]`)?.focus();
    this.#renderPeople(marks);
    this.#say();
  }

  #row(key, count) {
    const row = element("label", this.themes.classOf(key));
    const box = element("input");
    Object.assign(box, { type: "checkbox", name: "theme", value: key, checked: !this.#hidden.has(String(key)) });
    const name = this.themes.get(key)?.name ?? gettext("没有主题");
    row.append(box, element("span", "dot"), element("span", "", name), element("span", "n", count));
    return row;
  }

  #renderPeople(marks) {
    const names = new Map(marks.map(({ author }) => [String(author?.id ?? NONE), author?.name ?? gettext("已离开的成员")]));
    const options = [["", gettext("所有人")], ...names].map(([value, name]) => new Option(name, value));
    this.people.replaceChildren(...options);
    this.people.value = names.has(this.#person) ? this.#person : "";
    this.people.parentElement.hidden = names.size < 2;
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

  #say() {
    const shown = this.marks.filter((mark) => this.passes(mark)).length;
    this.state.hidden = shown === this.marks.length && !this.#person;
    this.state.querySelector("span").textContent = interpolate(gettext("显示 %s / %s 处"), [shown, this.marks.length]);
  }
}

function countOf(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
