/** Themes that marks of the article carry and that are not its own, below those: with their counts and digits. */
import { element } from "../lib/dom.js";

export class Others {
  #shown = "";

  constructor(root, themes, place) {
    Object.assign(this, { root, themes, place });
    this.list = root.querySelector("ul");
  }

  render() {
    const { others } = this.themes;
    this.root.hidden = !others.length;
    const shown = others.map((theme) => `${theme.id} ${theme.name} ${theme.colour} ${this.themes.labelOf(theme)}`).join();
    // A link that has the focus keeps it.
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.list.replaceChildren(...others.map((theme) => this.#item(theme)));
  }

  #item(theme) {
    const item = element("li", `t${theme.colour}`);
    const link = element("a", "name", theme.name);
    link.href = `/projects/${this.place.project}/themes/${theme.id}/`;
    item.append(element("span", "dot"), link, element("span", "n", this.themes.labelOf(theme)));
    return item;
  }
}
