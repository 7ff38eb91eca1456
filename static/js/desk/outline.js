/** The outline: headings and the leads of the article's themes; it follows the scroll. */
import { element } from "../lib/dom.js";

const LEAD_LENGTH = 18;
/** How far the leads of the second level are set in, as headings of this level are. */
const LOWER = 3;

export class Outline {
  #links = [];
  #shown = "";

  constructor(text, themes) {
    this.text = text;
    this.themes = themes;
    this.list = document.querySelector("#outline ol");
    let waiting = false;
    document.addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(() => {
        waiting = false;
        this.follow();
      });
      waiting = true;
    }, { passive: true });
  }

  render() {
    const headings = this.text.blocks.flatMap(({ element: { parentElement: block }, text }, index) =>
      block.dataset.outline ? [{ index, label: text, level: Number(block.dataset.outline) }] : [],
    );
    const leads = this.themes.proposals
      .filter((row) => row.status !== "rejected" && row.paragraph !== null && row.likely)
      .map((row) => ({ index: row.paragraph, label: shortened(row.lead), level: row.parent === null ? 0 : LOWER }))
      .filter(({ index }) => !headings.some((heading) => heading.index === index));
    const entries = [...headings, ...leads].sort((a, b) => a.index - b.index);
    // A link that has the focus keeps it, whatever else changes on the page.
    const shown = JSON.stringify(entries);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#links = entries.map((entry) => this.#link(entry));
    this.list.replaceChildren(...this.#links.map(({ link }) => wrapped(link)));
    this.follow();
  }

  follow() {
    const line = atTheEnd() ? window.innerHeight : window.innerHeight / 3;
    const passed = this.#links.filter(({ block }) => block.getBoundingClientRect().top < line);
    for (const { link } of this.#links) link.removeAttribute("aria-current");
    passed.at(-1)?.link.setAttribute("aria-current", "location");
  }

  #link({ index, label, level = 0 }) {
    const link = element("a", "", label);
    link.href = `#p${index + 1}`;
    link.dataset.level = level;
    return { link, block: this.text.blocks[index].element };
  }
}

/** The last headings may stand too low to come further up. */
function atTheEnd() {
  const { scrollHeight } = document.documentElement;
  return window.scrollY > 0 && window.scrollY + window.innerHeight > scrollHeight - 2;
}

function wrapped(link) {
  const item = element("li");
  item.append(link);
  return item;
}

function shortened(lead) {
  const clause = lead.split(/[。！？；，,;]/)[0];
  return clause.length > LEAD_LENGTH ? `${clause.slice(0, LEAD_LENGTH)}…` : clause;
}
