/** The article's own themes beside its outline: proposed ones with their evidence, accepted ones with their counts. */
import { send } from "./api.js";
import { cloned, element } from "./dom.js";
import { paint } from "./painting.js";
import { toast } from "./status.js";

const FLASH = 1600;
const LIKELY = 0.5;

export class Proposals {
  #counts = new Map();
  #shown = "";

  constructor(text, themes, place) {
    Object.assign(this, { text, themes, place });
    this.list = document.querySelector("#article-themes .themes");
    this.box = document.querySelector("#article-themes .proposals");
  }

  get open() {
    return this.themes.proposals.filter((row) => row.status === "proposed" && row.score >= LIKELY);
  }

  /** @param counts how many marks each theme has, by id: as soon as one has another number, all is shown anew */
  count(counts) {
    this.#counts = counts;
    const shown = this.themes.proposals.map((row) => counts.get(row.theme)).join();
    if (shown !== this.#shown) this.render();
    this.#shown = shown;
  }

  render() {
    this.list.replaceChildren(...this.themes.proposals.filter(isAccepted).map((row) => this.#accepted(row)));
    // A name that is being typed is not taken away, whatever else changes on the page.
    if (this.box.querySelector("form")) return;
    const cards = this.place.me.may.edit ? this.open.map((row) => this.#proposal(row)) : [];
    if (cards.length > 1) cards.unshift(this.#acceptAllButton(cards.length));
    const back = this.#wayBack();
    this.box.replaceChildren(...cards);
    back();
  }

  /** Gives the focus to the button that now stands where it was. */
  #wayBack() {
    const focused = document.activeElement;
    if (!this.box.contains(focused)) return () => {};
    const name = focused.classList.item(0);
    const place = [...this.box.children].indexOf(focused.closest(".proposal"));
    return () => {
      const card = this.box.children[Math.max(0, Math.min(place, this.box.children.length - 1))];
      (card?.querySelector(`.${name}`) ?? this.box.querySelector("button") ?? this.list.querySelector("button"))?.focus();
    };
  }

  acceptFirst() {
    if (this.open.length) this.#change(this.open[0], { status: "accepted" });
  }

  acceptAll() {
    return this.#ask("POST", `${this.place.api}/articles/${this.place.article}/article-themes/accept-all`);
  }

  #acceptAllButton(count) {
    const button = element("button", "all", interpolate(gettext("全部采用（%s）"), [count]));
    button.type = "button";
    button.addEventListener("click", () => this.acceptAll());
    return button;
  }

  #accepted(row) {
    const theme = this.themes.get(row.theme);
    const item = element("li", `t${theme?.colour ?? "-plain"}`);
    const name = element("button", "", row.name);
    name.type = "button";
    name.addEventListener("click", () => this.#flash(row));
    const count = this.#counts.get(row.theme) ?? 0;
    const digit = this.themes.ofArticle.indexOf(theme) + 1;
    item.append(element("span", "dot"), name, element("span", "n", digit <= 9 ? `${count} · ${digit}` : String(count)));
    return item;
  }

  #proposal(row) {
    const card = cloned("proposal-template");
    card.querySelector(".name").textContent = row.name;
    const evidence = card.querySelector(".evidence");
    if (row.paragraph !== null) evidence.append(interpolate(gettext("第 %s 段："), [row.paragraph + 1]));
    evidence.append(element("q", "", row.lead.replace(/[。！？；]$/, "")), ` ${row.reason}`);
    evidence.addEventListener("click", () => this.#flash(row));
    card.querySelector(".accept").addEventListener("click", () => this.#change(row, { status: "accepted" }));
    card.querySelector(".reject").addEventListener("click", () => this.#change(row, { status: "rejected" }));
    card.querySelector(".rename").addEventListener("click", () => this.#rename(card, row));
    return card;
  }

  #rename(card, row) {
    const buttons = card.querySelector(".row");
    const form = cloned("rename-template");
    const field = form.querySelector("input");
    const close = () => {
      form.replaceWith(buttons);
      buttons.querySelector(".rename").focus();
      this.render();
    };
    field.value = row.name;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      this.#change(row, { name: field.value, status: "accepted" });
    });
    form.querySelector(".cancel").addEventListener("click", close);
    buttons.replaceWith(form);
    field.select();
  }

  #change(row, said) {
    return this.#ask("PATCH", `${this.place.api}/article-themes/${row.id}`, said);
  }

  async #ask(method, path, data) {
    try {
      this.themes.take(await send(method, path, data));
    } catch (error) {
      toast(error.body ? error.message : gettext("连不上服务器，主题没有改动。"));
    }
  }

  #flash(row) {
    if (row.paragraph === null) return;
    const block = this.text.blocks[row.paragraph];
    const found = block.text.indexOf(row.lead);
    const start = block.start + [...block.text.slice(0, Math.max(0, found))].length;
    block.element.scrollIntoView({ block: "center" });
    paint("flash", this.text.ranges(start, start + [...row.lead].length));
    setTimeout(() => paint("flash", []), FLASH);
  }
}

function isAccepted(row) {
  return row.status === "accepted";
}
