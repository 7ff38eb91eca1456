/** What the page is about, who reads it, and what the reader is at: the parts of the desk share one. */
export class Current {
  /** The id of the mark that is looked at. */
  active = null;
  /** Takes the next passage that is chosen, while a mark waits for a place. */
  placing = null;

  constructor({ api, project, article }) {
    Object.assign(this, { api, project, article: Number(article) });
  }

  /** What the server says of the text shown and of its reader. */
  open({ me, version, citation }) {
    Object.assign(this, { me, version, citation });
  }
}
