/** The margin: a card for every mark, in text order, level with its passage and never over another card. */
import { cloned, element } from "./dom.js";
import { paint } from "./painting.js";

const GAP = 14;
const NARROW = window.matchMedia("(width < 760px)");

export class Margin extends EventTarget {
  #cards = new Map();

  constructor(text, marks, themes) {
    super();
    this.text = text;
    this.marks = marks;
    this.themes = themes;
    this.list = document.querySelector("#notes .cards");
    this.empty = document.querySelector("#notes .notes-empty");
    new ResizeObserver(() => this.arrange()).observe(text.root);
  }

  render() {
    const marks = this.marks.all;
    const focused = document.activeElement?.closest(".card")?.dataset.id;
    this.#cards = new Map(marks.map((mark) => [mark.id, this.#card(mark)]));
    this.list.replaceChildren(...this.#cards.values());
    this.empty.hidden = marks.length > 0;
    if (focused) this.#cards.get(focused)?.querySelector(".quote").focus();
    this.arrange();
  }

  /** Bring a card and its passage to the fore. */
  activate(id, { focus = false, scroll = false } = {}) {
    const mark = this.marks.get(id);
    for (const [other, card] of this.#cards) card.classList.toggle("active", other === id);
    paint("active", mark ? this.text.ranges(mark.start, mark.end) : []);
    this.active = mark ? id : null;
    this.arrange();
    if (!mark) return;
    if (scroll) this.text.blockAt(mark.start).element.scrollIntoView({ block: "center" });
    if (focus) this.#cards.get(id)?.querySelector(".quote").focus({ preventScroll: true });
  }

  arrange() {
    if (NARROW.matches) return;
    const origin = this.list.getBoundingClientRect().top;
    const cards = [...this.#cards].map(([id, card]) => ({ card, top: this.#level(id) - origin }));
    const heights = cards.map(({ card }) => card.offsetHeight);
    let free = 0;
    cards.forEach(({ card, top }, index) => {
      const placed = Math.max(top, free);
      card.style.top = `${placed}px`;
      free = placed + heights[index] + GAP;
    });
    this.list.style.height = `${free}px`;
  }

  #level(id) {
    const mark = this.marks.get(id);
    return this.text.ranges(mark.start, mark.end)[0]?.getBoundingClientRect().top ?? 0;
  }

  #card(mark) {
    const card = cloned("card-template");
    const colour = this.themes.colourOf(mark.themes[0]);
    card.dataset.id = mark.id;
    card.classList.add(`t${colour === "plain" ? "-plain" : colour}`);
    card.classList.toggle("unsaved", mark.state !== "saved");
    card.classList.toggle("active", mark.id === this.active);
    this.#fill(card, mark);
    this.#wire(card, mark);
    return card;
  }

  #fill(card, mark) {
    const number = this.text.numberOf(mark.start);
    const quote = card.querySelector(".quote");
    quote.textContent = mark.exact;
    quote.setAttribute("aria-label", interpolate(gettext("第 %s 段：%s"), [number, mark.exact]));
    card.querySelector(".tags").replaceChildren(...mark.themes.map((id) => this.#tag(id)));
    card.querySelector(".note").textContent = mark.note;
    card.querySelector(".author").textContent = mark.author?.name ?? gettext("已离开的成员");
    const time = card.querySelector("time");
    time.dateTime = mark.updated ?? mark.created;
    time.textContent = shownTime(new Date(time.dateTime));
  }

  #tag(id) {
    const theme = this.themes.get(id);
    return element("span", `tag t${theme?.colour ?? "-plain"}`, theme?.name ?? "");
  }

  #wire(card, mark) {
    const tell = (name) => () => this.dispatchEvent(new CustomEvent(name, { detail: mark.id }));
    card.querySelector(".quote").addEventListener("click", () => this.activate(mark.id, { scroll: true }));
    card.addEventListener("focusin", () => this.active === mark.id || this.activate(mark.id));
    for (const name of ["edit", "remove", "retry"]) {
      const button = card.querySelector(`.${name}`);
      button.hidden = name === "retry" ? mark.state !== "refused" : !mark.editable;
      button.setAttribute("aria-label", `${button.textContent} ${mark.exact.slice(0, 20)}`);
      button.addEventListener("click", tell(name));
    }
  }
}

/** The hour today, else the day. */
function shownTime(time) {
  const today = time.toDateString() === new Date().toDateString();
  const language = document.documentElement.lang;
  return today
    ? time.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" })
    : time.toLocaleDateString(language, { year: "numeric", month: "numeric", day: "numeric" });
}
