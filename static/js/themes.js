/** The project's themes, and those of this article first. */
import { send } from "./api.js";

export class Themes extends EventTarget {
  all = [];
  proposals = [];
  ofArticle = [];
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
    const accepted = articleThemes.filter((row) => row.status === "accepted").map((row) => row.theme);
    this.ofArticle = accepted.map((id) => this.get(id)).filter(Boolean);
    this.dispatchEvent(new Event("change"));
  }

  get(id) {
    return this.#byId.get(id);
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
