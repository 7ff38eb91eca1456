/** The project's themes, and those of this article first. */

export class Themes extends EventTarget {
  all = [];
  proposals = [];
  ofArticle = [];

  take({ themes, article_themes: articleThemes }) {
    this.all = themes;
    this.proposals = articleThemes;
    const accepted = articleThemes.filter((row) => row.status === "accepted").map((row) => row.theme);
    this.ofArticle = accepted.map((id) => this.get(id)).filter(Boolean);
    this.dispatchEvent(new Event("change"));
  }

  get(id) {
    return this.all.find((theme) => theme.id === id);
  }

  colourOf = (id) => this.get(id)?.colour ?? "plain";
}
