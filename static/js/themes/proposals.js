/** The article's own themes beside its outline: the proposed ones with their evidence, terms where nothing is proposed,
 * and what was turned down. */
import { Accepted } from "./accepted.js";
import { send } from "../lib/api.js";
import { button, cloned, element, wireLeaving } from "../lib/dom.js";
import { flash } from "../text/flash.js";
import { toast } from "../lib/status.js";

export class Proposals {
  #shown = "";
  /** The article themes, by id, whose lower level is open. */
  #unfolded = new Set();

  constructor(text, themes, place) {
    Object.assign(this, { text, themes, place });
    this.root = document.getElementById("article-themes");
    this.box = this.root.querySelector(".proposals");
    this.accepted = new Accepted(this.root, { text, themes, place }, (...said) => this.#ask(...said));
    this.root.querySelector(".add-theme")?.addEventListener("click", (event) => this.#add(event.currentTarget));
  }

  get open() {
    return this.#likely.filter((row) => row.parent === null);
  }

  get #likely() {
    return this.#with("proposed").filter((row) => row.likely);
  }

  /** @param counts how many marks each theme has, by id: as soon as one has another number, it is shown anew */
  count(counts) {
    const shown = this.themes.proposals.map((row) => counts.get(row.theme)).join();
    if (shown !== this.#shown) this.accepted.render();
    this.#shown = shown;
  }

  render() {
    this.accepted.render();
    // A form that is being filled in stays; what changed shows when it closes.
    if (!this.place.me.may.edit || this.box.querySelector("form")) return;
    const { open } = this;
    const cards = open.map((row) => this.#proposal(row));
    for (const row of [...this.#with("accepted"), ...this.#with("rejected")]) cards.push(...this.#below(row, row.name));
    cards.push(...this.#parentless());
    const count = this.#countAll();
    if (count > 1) cards.unshift(this.#acceptAllButton(count));
    const terms = this.#with("proposed").filter((row) => !row.likely);
    cards.push(...this.#folded("terms", terms, open.length + this.themes.accepted.length === 0));
    cards.push(...this.#folded("rejected", this.#with("rejected"), false));
    this.#replace(cards);
  }

  acceptFirst() {
    if (this.open.length) this.#decide(this.open[0], { status: "accepted" });
  }

  acceptAll() {
    const unfolded = [...this.#unfolded];
    return this.#ask("POST", `${this.place.api}/articles/${this.place.article}/article-themes/accept-all`, { unfolded });
  }

  #with(status) {
    return this.themes.proposals.filter((row) => row.status === status);
  }

  /** Those at the top, and the lower ones that are unfolded. */
  #countAll() {
    const shown = this.themes.proposals.filter((row) => this.#unfolded.has(row.id));
    return this.open.length + shown.flatMap((row) => this.#childrenOf(row)).length;
  }

  #childrenOf(row) {
    if (row.parent !== null || row.paragraph === null) return [];
    return this.#likely.filter((other) => other.parent === row.paragraph);
  }

  /** What is proposed below a theme, folded; opening it makes it count. */
  #below(row, name) {
    const rows = this.#childrenOf(row);
    if (!rows.length) return [];
    const folded = this.#levelBelow(name ? interpolate(gettext("“%s”的下一级"), [name]) : gettext("下一级"), rows);
    folded.open = this.#unfolded.has(row.id);
    const all = folded.querySelector(".accept-below");
    // To accept what is below one that was turned down would accept that one too.
    all.hidden = row.status === "rejected";
    all.addEventListener("click", () => this.#decide(row, { status: "accepted", with_below: true }));
    folded.addEventListener("toggle", () => this.#toggled(row, folded.open));
    return [folded];
  }

  /** Those whose parent was turned down on a repost, or stands here under the name of another. */
  #parentless() {
    const tops = this.themes.proposals.filter((row) => row.parent === null).map((row) => row.paragraph);
    const rows = this.#likely.filter((row) => row.parent !== null && !tops.includes(row.parent));
    if (!rows.length) return [];
    const folded = this.#levelBelow(gettext("下一级"), rows);
    folded.classList.add("parentless");
    folded.open = this.box.querySelector(".parentless")?.open ?? false;
    folded.querySelector(".accept-below").remove();
    return [folded];
  }

  #levelBelow(label, rows) {
    const folded = cloned("below-template");
    folded.querySelector("summary").textContent = `${label} ${rows.length}`;
    folded.querySelector("ul").append(...rows.map((row) => this.#line(row)));
    return folded;
  }

  #toggled(row, open) {
    if (open === this.#unfolded.has(row.id)) return;
    this.#unfolded[open ? "add" : "delete"](row.id);
    const count = this.#countAll();
    const all = this.box.querySelector(".all");
    const made = count > 1 ? [this.#acceptAllButton(count)] : [];
    if (all) all.replaceWith(...made);
    else this.box.prepend(...made);
  }

  #replace(cards) {
    const back = this.#wayBack();
    this.box.replaceChildren(...cards);
    back();
  }

  /** Gives the focus to the button that now stands where it was. */
  #wayBack() {
    const focused = document.activeElement;
    if (!this.box.contains(focused)) return () => {};
    const name = focused.classList.item(0);
    const place = [...this.box.children].findIndex((child) => child.contains(focused));
    const line = [...(focused.closest("ul")?.children ?? [])].findIndex((child) => child.contains(focused));
    return () => {
      const card = this.box.children[Math.min(place, this.box.children.length - 1)];
      const lines = card?.querySelectorAll("li") ?? [];
      const part = lines[Math.min(Math.max(line, 0), lines.length - 1)] ?? card;
      const next = part?.querySelector(`.${name}`) ?? this.box.querySelector("button");
      (next ?? this.root.querySelector(".themes button") ?? this.root.querySelector(".add-theme"))?.focus({ preventScroll: true });
    };
  }

  #acceptAllButton(count) {
    return button("all", interpolate(gettext("全部采用（%s）"), [count]), () => this.acceptAll());
  }

  #proposal(row) {
    const card = cloned("proposal-template");
    card.querySelector(".name").textContent = row.name;
    const evidence = card.querySelector(".evidence");
    if (row.paragraph !== null) evidence.append(interpolate(gettext("第 %s 段："), [row.paragraph + 1]));
    evidence.append(element("q", "", row.lead.replace(/[。！？；]$/, "")), ` ${row.reason}`);
    evidence.addEventListener("click", () => flash(this.text, row));
    this.#wire(card, row);
    card.querySelector(".rename").addEventListener("click", () => this.#rename(card, row));
    card.querySelector(".merge").addEventListener("click", () => this.#merge(card, row));
    const [near] = row.near.map((id) => this.themes.get(id)).filter(Boolean);
    if (near) card.querySelector(".merge").textContent = interpolate(gettext("并入“%s”等…"), [near.name]);
    this.#offerExisting(card, row);
    card.append(...this.#below(row));
    return card;
  }

  /** The codebook has it under a near name: that is offered first. */
  #offerExisting(card, row) {
    const theme = this.themes.get(row.existing);
    if (!theme || theme.name === row.name) return;
    const existing = card.querySelector(".existing");
    existing.hidden = false;
    existing.textContent = interpolate(gettext("课题已有“%s”，采用它"), [theme.name]);
    existing.addEventListener("click", () => this.#decide(row, { theme: theme.id }));
  }

  #wire(item, row) {
    item.querySelector(".accept").addEventListener("click", () => this.#decide(row, { status: "accepted" }));
    item.querySelector(".reject").addEventListener("click", () => this.#decide(row, { status: "rejected" }));
  }

  /** The lesser kinds, a line each, under one heading that opens them. */
  #folded(kind, rows, open) {
    if (!rows.length) return [];
    const folded = cloned(`${kind}-template`);
    folded.open = this.box.querySelector(`details.${kind}`)?.open ?? open;
    folded.querySelector(".number").textContent = rows.length;
    folded.querySelector("ul").append(...rows.map((row) => this.#line(row)));
    return [folded];
  }

  #line(row) {
    const item = cloned("term-template");
    const name = item.querySelector(".evidence");
    name.textContent = row.name;
    name.title = row.reason;
    name.addEventListener("click", () => flash(this.text, row));
    this.#wire(item, row);
    item.querySelector(".reject").hidden = row.status === "rejected";
    return item;
  }

  #rename(card, row) {
    const form = cloned("rename-template");
    const field = form.querySelector("input");
    field.value = row.name;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#decide(row, { name: field.value, status: "accepted" }, form);
    });
    this.#open(card.querySelector(".row"), form);
    field.select();
  }

  async #merge(card, row) {
    const { chooser } = await import("./choosing.js");
    const form = chooser(this.themes, row.near, (chosen) => this.#decide(row, { theme: chosen.theme }, form));
    this.#open(card.querySelector(".row"), form);
  }

  async #add(opener) {
    const { chooser } = await import("./choosing.js");
    const path = `${this.place.api}/articles/${this.place.article}/article-themes`;
    const form = chooser(this.themes, [], (chosen) => this.#ask("POST", path, chosen, form), { make: true });
    this.#open(opener, form);
  }

  /** A form in the place of `shown` until it is sent or given up. */
  #open(shown, form) {
    const opener = document.activeElement?.classList.item(0) ?? "rename";
    const close = () => {
      form.replaceWith(shown);
      (shown.querySelector(`.${opener}`) ?? shown).focus({ preventScroll: true });
      this.render();
    };
    form.addEventListener("close", close);
    wireLeaving(form, close);
    shown.replaceWith(form);
    form.querySelector("input").focus();
  }

  #decide(row, said, form) {
    return this.#ask("PATCH", `${this.place.api}/article-themes/${row.id}`, said, form);
  }

  /** Ask the server; the form, where one asked, closes when it is done and stays when it is refused. */
  async #ask(method, path, data, form) {
    try {
      const answer = await send(method, path, data);
      form?.dispatchEvent(new Event("close"));
      this.themes.take(answer);
      return true;
    } catch (error) {
      toast(error.body ? error.message : gettext("连不上服务器，主题没有改动。"));
      return false;
    }
  }
}
