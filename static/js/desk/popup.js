/** The popup at the selection: themes, a note, save or cancel; the same for a new mark and for one that is there. */
import { cloned, composing, inField } from "../lib/dom.js";
import { ThemeList } from "../themes/theme-list.js";

const GAP = 10;
const SHEET = window.matchMedia("(width < 760px)");

export class Popup extends EventTarget {
  #form = null;
  #done = null;
  #list = null;

  constructor(themes, shortcuts) {
    super();
    this.themes = themes;
    this.shortcuts = shortcuts;
  }

  get open() {
    return this.#form !== null;
  }

  /** Whether something would be lost if it closed now. */
  get touched() {
    return this.open && (this.#list.touched || this.typed);
  }

  /** Whether the note says something that is not kept. */
  get typed() {
    return this.open && this.#note.value.trim() !== this.#note.defaultValue;
  }

  /** What a draft of it has to keep. */
  get said() {
    return { note: this.#note.value, themes: this.#list.chosen };
  }

  /**
   * Ask about a passage.
   * @param box where it stands on the screen
   * @param ways {characters, same}: what else a new mark's popup offers; none for a mark that is there
   * @param draft {note, themes} that were typed before and not kept; what is typed now is told as "typed"
   * @returns {note, themes, sticky} when saved, null when cancelled
   */
  ask(quote, box, { note = "", themes = [] } = {}, { ways = null, draft = null } = {}) {
    this.close();
    this.#form = cloned("popup-template");
    const chosen = draft?.themes.filter((id) => this.themes.get(id)) ?? themes;
    this.#list = new ThemeList(this.#form, this.themes, chosen, (name) => this.#create(name));
    this.#note.defaultValue = note;
    this.#note.value = draft?.note ?? note;
    this.#form.querySelector(".kept").hidden = !draft;
    this.#offer(ways);
    this.#wire();
    document.body.append(this.#form);
    this.retarget(quote, box);
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  /** The same question about another passage: the reader has moved its ends. */
  retarget(quote, box) {
    this.#form.querySelector(".quote").textContent = quote;
    this.#place(box);
    if (!this.#form.contains(document.activeElement)) this.#form.focus({ preventScroll: true });
  }

  close(answer = null) {
    if (!this.#form) return;
    this.#form.remove();
    this.#form = null;
    this.#done?.(answer);
  }

  get #note() {
    return this.#form.querySelector(".note");
  }

  #offer(ways) {
    this.#form.querySelector(".ways").hidden = !ways;
    this.#form.querySelector(".go").textContent = `${ways ? gettext("圈定") : gettext("保存")} ↵`;
    if (!ways) return;
    this.#say("characters", ways.characters);
    const same = this.#form.querySelector(".same");
    same.hidden = !ways.same.length;
    same.title = ways.same.map((id) => this.themes.get(id)?.name).join("、");
    this.same = ways.same;
  }

  #say(name, on) {
    this.#form.querySelector(`.${name}`).setAttribute("aria-pressed", String(on));
  }

  #wire() {
    const form = this.#form;
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    form.querySelector(".cancel").addEventListener("click", () => this.close());
    this.#note.addEventListener("input", () => this.dispatchEvent(new Event("typed")));
    form.querySelector(".forget").addEventListener("click", () => this.#forget());
    form.querySelector(".characters").addEventListener("click", () => this.#toggleCharacters());
    form.querySelector(".same").addEventListener("click", () => this.#saveSame());
    form.querySelector(".sticky").addEventListener("click", () => this.#toggle("sticky"));
  }

  #key(event) {
    if (composing(event)) return;
    const act = inField() ? null : this.#actions[this.shortcuts.nameOf(event)];
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey && !event.target.closest("button")) {
      event.preventDefault();
      if (!this.#list.enter(event.target)) this.#save();
    } else if (event.key === "Tab") this.#keepInside(event);
    else if (!this.#list.key(event) && act && !this.#form.querySelector(".ways").hidden) {
      event.preventDefault();
      act();
    }
  }

  /** The draft is given up: the note says again what is kept. */
  #forget() {
    this.#note.value = this.#note.defaultValue;
    this.#form.querySelector(".kept").hidden = true;
    this.#note.focus();
    this.dispatchEvent(new Event("typed"));
  }

  #actions = {
    same: () => this.#saveSame(),
    sticky: () => this.#toggle("sticky"),
    characters: () => this.#toggleCharacters(),
  };

  #toggleCharacters() {
    this.#toggle("characters");
    this.dispatchEvent(new Event("characters"));
  }

  #toggle(name) {
    this.#say(name, this.#form.querySelector(`.${name}`).getAttribute("aria-pressed") !== "true");
  }

  #saveSame() {
    if (this.same.length) this.#save(this.same);
  }

  #keepInside(event) {
    const stops = [...this.#form.querySelectorAll("button, input, textarea")].filter((stop) => stop.offsetParent);
    const [first, last] = [stops[0], stops.at(-1)];
    const here = document.activeElement;
    if (event.shiftKey ? here === first || here === this.#form : here === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  }

  #save(themes = this.#list.chosen) {
    const sticky = this.#form.querySelector(".sticky").getAttribute("aria-pressed") === "true";
    this.close({ note: this.#note.value.trim(), themes, sticky });
  }

  async #create(name) {
    const wrong = this.#form.querySelector(".wrong");
    try {
      return await this.themes.create(name);
    } catch (error) {
      wrong.textContent = error.body ? error.message : gettext("连不上服务器，主题没有建。");
      wrong.hidden = false;
      return null;
    }
  }

  /** Below the passage, else above it, always inside the window; a sheet at its foot on phones. */
  #place(box) {
    if (SHEET.matches) return;
    const { offsetWidth: width, offsetHeight: height } = this.#form;
    const below = box.bottom + GAP;
    const top = below + height < window.innerHeight ? below : Math.max(GAP, box.top - height - GAP);
    const left = Math.max(12, Math.min(box.left, window.innerWidth - width - 12));
    this.#form.style.top = `${top + window.scrollY}px`;
    this.#form.style.left = `${left + window.scrollX}px`;
  }
}
