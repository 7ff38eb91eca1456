/** Notes that were typed and are not kept yet, on this device alone: by what they are about, for whoever typed them. */

const MOST = 100;
const { reader } = document.documentElement.dataset;

export class Drafts {
  #key;

  constructor(project) {
    this.#key = `quandian-drafts-${reader}-${project}`;
  }

  /** [what it is about, what was said], the oldest first. */
  get all() {
    return Object.entries(this.#read());
  }

  get(about) {
    return this.#read()[about];
  }

  put(about, said) {
    const { [about]: before, ...others } = this.#read();
    const kept = [...Object.entries(others), [about, said]].slice(-MOST);
    this.#write(Object.fromEntries(kept));
  }

  drop(about) {
    const { [about]: gone, ...others } = this.#read();
    if (gone) this.#write(others);
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "{}");
    } catch (error) {
      console.info("drafts", error.message);
      return {};
    }
  }

  /** Where the browser lets pages keep nothing, leaving still asks. */
  #write(drafts) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(drafts));
    } catch (error) {
      console.info("drafts", error.message);
    }
  }
}
