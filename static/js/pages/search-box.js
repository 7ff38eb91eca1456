/** The box on every page of a project: "/" and Ctrl+K go to it, what is typed offers places to go, Enter searches. */
import { send } from "../lib/api.js";
import { composing, element, inField } from "../lib/dom.js";
import { keyOf } from "../lib/keys.js";

const PAUSE = 150;

export function wireSearchBox(page) {
  const form = page.querySelector("form.search-box");
  if (form) new SearchBox(form);
}

class SearchBox {
  #timer = 0;
  #at = -1;

  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input");
    this.list = form.querySelector("[role=listbox]");
    document.addEventListener("keydown", (event) => this.#open(event));
    this.field.addEventListener("input", () => this.#soon());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || this.#show([]));
  }

  #open(event) {
    const key = keyOf(event);
    if (event.defaultPrevented || (key !== "mod+k" && (key !== "/" || inField()))) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const typed = this.field.value.trim();
    if (!typed) return this.#show([]);
    // Without an answer Enter still searches, and the page says what is wrong.
    const goals = await send("GET", `${this.form.dataset.goals}?q=${encodeURIComponent(typed)}`).catch(() => []);
    if (this.field.value.trim() === typed && document.activeElement === this.field) this.#show(goals);
    return undefined;
  }

  #show(goals) {
    this.#at = -1;
    this.list.replaceChildren(...goals.map((goal, place) => this.#option(goal, place)));
    this.list.hidden = !goals.length;
    this.field.setAttribute("aria-expanded", String(goals.length > 0));
    this.field.removeAttribute("aria-activedescendant");
  }

  #option({ kind, name, address }, place) {
    const option = element("a", "", name);
    Object.assign(option, { id: `goal-${place}`, href: address, role: "option", tabIndex: -1 });
    option.setAttribute("aria-selected", "false");
    option.dataset.kind = kind;
    return option;
  }

  #key(event) {
    if (composing(event)) return;
    const options = [...this.list.children];
    if (event.key === "Escape") this.#show([]);
    else if (event.key === "Enter" && options[this.#at]) window.location.assign(options[this.#at].href);
    else if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) this.#move(options, event.key);
    else return;
    event.preventDefault();
  }

  #move(options, key) {
    const by = key === "ArrowDown" ? 1 : -1;
    this.#at = (this.#at + by + options.length + (this.#at < 0 && by < 0 ? 1 : 0)) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.#at)));
    this.field.setAttribute("aria-activedescendant", options[this.#at].id);
  }
}
