/** The themes to choose from in the popup: the article's own and others used in it with their digits, then what typing
 * finds, then a new one. */
import { button, element, inField } from "../lib/dom.js";
import { matching } from "./typeahead.js";

const SHOWN = 40;

export class ThemeList {
  #chosen;
  #before;

  /** @param make makes a theme of a name; null when that is not to be */
  constructor(form, themes, chosen, make) {
    Object.assign(this, { themes, make });
    this.find = form.querySelector(".find");
    this.list = form.querySelector(".options");
    this.count = form.querySelector(".count");
    this.#chosen = new Set(chosen);
    this.#before = [...chosen].sort().join();
    this.find.addEventListener("input", () => this.#show(true));
    this.#show();
  }

  get chosen() {
    return this.themes.all.map((theme) => theme.id).filter((id) => this.#chosen.has(id));
  }

  get touched() {
    return Boolean(this.find.value) || [...this.#chosen].sort().join() !== this.#before;
  }

  /** Enter in the search field takes the first answer; false when nothing was searched. */
  enter(target) {
    if (target !== this.find || !this.find.value.trim()) return false;
    this.list.querySelector("button")?.click();
    return true;
  }

  /** Digits choose the themes they stand for, arrows walk the list; false for another key. */
  key(event) {
    const digit = /^[1-9]$/.test(event.key) && !inField() && !event.ctrlKey && !event.metaKey;
    if (digit) this.#toggle(this.themes.numbered[Number(event.key) - 1]);
    const walked = !digit && this.#walk(event);
    if (digit || walked) event.preventDefault();
    return digit || walked;
  }

  #walk({ key, target }) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (!step || target.matches("textarea")) return false;
    const stops = [...this.list.querySelectorAll("button"), this.find];
    const place = stops.indexOf(target);
    const next = place < 0 || target === this.find ? (step > 0 ? 0 : stops.length - 2) : place + step;
    stops[Math.max(0, Math.min(next, stops.length - 1))]?.focus();
    return true;
  }

  #toggle(theme) {
    if (!theme) return;
    if (!this.#chosen.delete(theme.id)) this.#chosen.add(theme.id);
    this.#show();
  }

  /** The article's themes and those chosen; where something is typed, what it finds. */
  #matches() {
    const typed = this.find.value.trim();
    if (typed) return matching(this.#ordered(), typed).slice(0, SHOWN);
    const first = this.themes.numbered;
    const chosen = this.themes.all.filter((theme) => this.#chosen.has(theme.id) && !first.includes(theme));
    const rest = first.length ? [] : this.themes.all.filter((theme) => !theme.archived && !chosen.includes(theme));
    return [...first, ...chosen, ...rest].slice(0, SHOWN);
  }

  #ordered() {
    const first = this.themes.numbered;
    return [...first, ...this.themes.all.filter((theme) => !theme.archived && !first.includes(theme))];
  }

  #show(typed = false) {
    const focused = document.activeElement?.dataset?.theme;
    const found = this.#matches();
    const made = this.#offerToMake();
    this.list.replaceChildren(...found.map((theme) => this.#option(theme)), ...made);
    // Where the others begin; a search mixes them.
    const other = this.find.value ? null : this.themes.others[0];
    this.list.querySelector(`[data-theme="${other?.id}"]`)?.parentElement.before(element("li", "apart", gettext("其他用到的")));
    if (focused) this.list.querySelector(`[data-theme="${focused}"]`)?.focus();
    this.list.hidden = !this.list.childElementCount;
    if (typed) this.count.textContent = interpolate(gettext("找到 %s 个主题"), [found.length]);
  }

  #option(theme) {
    const item = element("li");
    const button = element("button", `t${theme.colour}`);
    button.type = "button";
    button.dataset.theme = theme.id;
    button.setAttribute("aria-pressed", String(this.#chosen.has(theme.id)));
    const digit = this.themes.digitOf(theme);
    button.append(element("span", "dot"), element("span", "", theme.path.join(" / ")));
    if (digit) button.append(element("kbd", "", String(digit)));
    button.addEventListener("click", () => this.#take(theme));
    item.append(button);
    return item;
  }

  /** Taking what was searched for ends the search. */
  #take(theme) {
    if (this.find.value) {
      this.find.value = "";
      this.find.focus();
    }
    this.#toggle(theme);
  }

  #offerToMake() {
    const name = this.find.value.trim();
    if (!name || !this.themes.mayCreate || this.themes.all.some((theme) => theme.name === name && theme.parent === null)) return [];
    const item = element("li");
    const make = async () => {
      const theme = await this.make(name);
      if (theme) this.#take(theme);
    };
    item.append(button("create", interpolate(gettext("新建主题“%s”"), [name]), make));
    return [item];
  }
}
