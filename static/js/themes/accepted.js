/** The article's accepted themes with their counts and digits: renamed, put in order, taken off. */
import { button, cloned, element, wireLeaving } from "../lib/dom.js";
import { flash } from "../text/flash.js";

export class Accepted {
  #edited = null;
  #draggable = false;

  /** @param ask sends a change to the server */
  constructor(root, { text, themes, place }, ask) {
    Object.assign(this, { text, themes, place, ask });
    this.list = root.querySelector(".themes");
    this.told = root.querySelector(".arranged");
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Those who arrange nothing are spared the script. */
  async #wireDragging() {
    if (this.#draggable) return;
    this.#draggable = true;
    const { overUpperHalf, wireDragging } = await import("../lib/dragging.js");
    wireDragging(this.list, {
      row: "li[draggable]",
      placeOf: (event, item) => (overUpperHalf(event, item) ? "before" : "behind"),
      put: (dragged, item, place) => this.#put(Number(dragged.dataset.id), Number(item.dataset.id), place === "behind"),
    });
  }

  render() {
    if (this.list.querySelector("input")) return;
    const { id, className } = this.#focused();
    this.list.replaceChildren(...this.themes.accepted.map((row) => this.#item(row)));
    if (id) this.list.querySelector(`[data-id="${id}"] .${className}`)?.focus({ preventScroll: true });
  }

  #focused() {
    const here = document.activeElement;
    return { id: here?.closest(".themes > li")?.dataset.id, className: here?.className };
  }

  #item(row) {
    const theme = this.themes.get(row.theme);
    const item = element("li", `t${theme?.colour ?? "-plain"}`);
    item.dataset.id = row.id;
    const name = button("name", row.name, () => flash(this.text, row));
    item.append(element("span", "dot"), name, element("span", "n", this.themes.labelOf(theme)));
    if (this.place.me.may.edit) this.#makeEditable(item, row, name);
    return item;
  }

  #makeEditable(item, row, name) {
    item.draggable = true;
    this.#wireDragging();
    name.setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown");
    const more = button("more", "⋯", () => this.#toggle(row));
    more.setAttribute("aria-label", interpolate(gettext("改“%s”"), [row.name]));
    more.setAttribute("aria-expanded", String(this.#edited === row.id));
    item.append(more);
    if (this.#edited === row.id) item.append(this.#ways(row));
  }

  #toggle(row) {
    this.#edited = this.#edited === row.id ? null : row.id;
    this.render();
  }

  #ways(row) {
    const ways = cloned("accepted-template");
    ways.querySelector(".rename").addEventListener("click", () => this.#rename(ways, row));
    ways.querySelector(".up").addEventListener("click", () => this.#move(row.id, -1));
    ways.querySelector(".down").addEventListener("click", () => this.#move(row.id, 1));
    ways.querySelector(".off").addEventListener("click", () => this.#decide(row, { status: "rejected" }));
    return ways;
  }

  #rename(ways, row) {
    const form = cloned("rename-template");
    const field = form.querySelector("input");
    const close = () => {
      form.remove();
      this.render();
      this.list.querySelector(`[data-id="${row.id}"] .rename`)?.focus();
    };
    field.value = row.name;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await this.#decide(row, { name: field.value })) close();
    });
    wireLeaving(form, close);
    ways.replaceWith(form);
    field.select();
  }

  #decide(row, said) {
    return this.ask("PATCH", `${this.place.api}/article-themes/${row.id}`, said);
  }

  #key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target.closest("li[draggable]");
    if (!step || !item || !event.altKey || event.target.matches("input")) return;
    event.preventDefault();
    this.#move(Number(item.dataset.id), step);
  }

  #move(id, step) {
    const ids = this.themes.accepted.map((row) => row.id);
    const place = ids.indexOf(id);
    if (ids[place + step] === undefined) return;
    this.#put(id, ids[place + step], step > 0);
  }

  /** Before or behind another one; digits go by the new order. */
  async #put(id, other, behind) {
    const rows = this.themes.accepted;
    const ids = rows.map((row) => row.id).filter((one) => one !== id);
    const place = ids.indexOf(other) + (behind ? 1 : 0);
    ids.splice(place, 0, id);
    if (!(await this.ask("PUT", `${this.place.api}/articles/${this.place.article}/article-themes/order`, { ids }))) return;
    const { name } = rows.find((row) => row.id === id);
    this.told.textContent = interpolate(gettext("“%s”现在是第 %s 个"), [name, place + 1]);
  }
}
