/** Themes that marks of the article carry and that are not its own, below those: with their counts and digits. */
import { element } from "../lib/dom.js";

const DIGITS = 9;

export class Others {
  constructor(root, themes, place) {
    Object.assign(this, { root, themes, place });
    this.list = root.querySelector("ul");
  }

  /** @param counts how many marks each theme has, by id */
  render(counts) {
    const { others } = this.themes;
    this.root.hidden = !others.length;
    const shown = others.map((theme) => `${theme.id} ${theme.name} ${theme.colour} ${this.#label(theme, counts)}`).join();
    // A link that has the focus keeps it.
    if (shown === this.list.dataset.shown) return;
    this.list.dataset.shown = shown;
    this.list.replaceChildren(...others.map((theme) => this.#item(theme, counts)));
  }

  #item(theme, counts) {
    const item = element("li", `t${theme.colour}`);
    const link = element("a", "name", theme.name);
    link.href = `/projects/${this.place.project}/themes/${theme.id}/`;
    item.append(element("span", "dot"), link, element("span", "n", this.#label(theme, counts)));
    return item;
  }

  #label(theme, counts) {
    const digit = this.themes.numbered.indexOf(theme) + 1;
    return digit <= DIGITS ? `${counts.get(theme.id)} · ${digit}` : String(counts.get(theme.id));
  }
}
