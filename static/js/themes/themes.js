/** The project's themes, and those of this article first. */
import { send } from "../lib/api.js";

const DIGITS = 9;

export class Themes extends EventTarget {
  all = [];
  proposals = [];
  accepted = [];
  ofArticle = [];
  /** Other themes that marks here carry, those used most first. */
  others = [];
  #counts = new Map();
  mayCreate = false;
  #byId = new Map();

  constructor(place) {
    super();
    this.place = place;
  }

  take({ themes, article_themes: articleThemes }) {
    this.all = themes;
    this.proposals = articleThemes;
    this.#byId = new Map(themes.map((theme) => [theme.id, theme]));
    // Two that were accepted may mean one theme since a merge: the first stands for both.
    const first = (row, place, rows) => rows.findIndex((other) => other.theme === row.theme) === place;
    this.accepted = articleThemes.filter((row) => row.status === "accepted").filter(first);
    this.ofArticle = this.accepted.map((row) => this.get(row.theme)).filter((theme) => theme && !theme.archived);
    this.count(this.#counts);
    this.dispatchEvent(new Event("change"));
  }

  get(id) {
    return this.#byId.get(id);
  }

  /** The article's themes, then the others used in it: the first nine have digits. */
  get numbered() {
    return [...this.ofArticle, ...this.others];
  }

  /** 1 to 9; 0 for a theme without a digit. */
  digitOf(theme) {
    const place = this.numbered.indexOf(theme) + 1;
    return place <= DIGITS ? place : 0;
  }

  /** How often the theme is used here, with its digit. */
  labelOf(theme) {
    const count = this.#counts.get(theme?.id) ?? 0;
    const digit = this.digitOf(theme);
    return digit ? `${count} · ${digit}` : String(count);
  }

  /** @param counts how many marks here each theme has, by id */
  count(counts) {
    this.#counts = counts;
    const used = this.all.filter((theme) => counts.has(theme.id) && !theme.archived && !this.ofArticle.includes(theme));
    this.others = used.sort((one, other) => counts.get(other.id) - counts.get(one.id));
  }

  /** A new theme of the project, made while marking. */
  async create(name) {
    const theme = await send("POST", `${this.place.api}/themes`, { name });
    this.all = [...this.all, theme];
    this.#byId.set(theme.id, theme);
    this.dispatchEvent(new Event("change"));
    return theme;
  }

  colourOf = (id) => this.get(id)?.colour ?? "plain";

  /** The class that gives an element a theme's colour. */
  classOf = (id) => (this.get(id) ? `t${this.get(id).colour}` : "t-plain");

  namesOf = (ids) => ids.map((id) => this.get(id)?.name).filter(Boolean);
}
