/** The popup at the selection: themes, a note, save or cancel; the same for a new mark and for one that is there. */
import { cloned, composing, element, inField } from "./dom.js";

const DIGITS = 9;
const GAP = 10;
const SHOWN = 40;
const SHEET = window.matchMedia("(width < 760px)");

export class Popup {
  #form = null;
  #done = null;
  #chosen = new Set();

  constructor(themes) {
    this.themes = themes;
  }

  get open() {
    return this.#form !== null;
  }

  /**
   * Ask about a passage.
   * @param box where it stands on the screen
   * @returns {note, themes} when saved, null when cancelled
   */
  ask(quote, box, { note = "", themes = [] } = {}) {
    this.close();
    this.#chosen = new Set(themes);
    this.#form = cloned("popup-template");
    this.#form.querySelector(".quote").textContent = quote;
    this.#form.querySelector(".note").value = note;
    this.#wire();
    this.#list();
    document.body.append(this.#form);
    this.#place(box);
    this.#form.focus({ preventScroll: true });
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  close(answer = null) {
    if (!this.#form) return;
    this.#form.remove();
    this.#form = null;
    this.#done?.(answer);
  }

  #wire() {
    const form = this.#form;
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    form.querySelector(".cancel").addEventListener("click", () => this.close());
    form.querySelector(".find").addEventListener("input", () => this.#list());
  }

  #key(event) {
    if (composing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey && !event.target.closest("button")) {
      event.preventDefault();
      if (!this.#takeOnlyMatch(event.target)) this.#save();
    } else if (!inField() && /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#toggle(this.themes.ofArticle[Number(event.key) - 1]);
    } else if (event.key === "Tab") {
      this.#keepInside(event);
    }
  }

  /** Enter in the search field picks the first match; without a search it saves. */
  #takeOnlyMatch(target) {
    if (!target.matches(".find") || !target.value.trim()) return false;
    const [match] = this.#matches();
    if (!match) return true;
    target.value = "";
    this.#toggle(match);
    return true;
  }

  #keepInside(event) {
    const stops = [...this.#form.querySelectorAll("button, input, textarea")];
    const [first, last] = [stops[0], stops.at(-1)];
    const here = document.activeElement;
    if (event.shiftKey ? here === first || here === this.#form : here === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  }

  #save() {
    const note = this.#form.querySelector(".note").value.trim();
    const themes = this.themes.all.map((theme) => theme.id).filter((id) => this.#chosen.has(id));
    this.close({ note, themes });
  }

  #toggle(theme) {
    if (!theme) return;
    if (!this.#chosen.delete(theme.id)) this.#chosen.add(theme.id);
    this.#list();
  }

  /** The article's themes, then those chosen, then what the search finds. */
  #matches() {
    const wanted = this.#form.querySelector(".find").value.trim().toLowerCase();
    const names = (theme) => theme.path.join("/").toLowerCase();
    if (wanted) return this.themes.all.filter((theme) => names(theme).includes(wanted)).slice(0, SHOWN);
    const first = this.themes.ofArticle;
    const chosen = this.themes.all.filter((theme) => this.#chosen.has(theme.id) && !first.includes(theme));
    const rest = first.length ? [] : this.themes.all.filter((theme) => !chosen.includes(theme));
    return [...first, ...chosen, ...rest].slice(0, SHOWN);
  }

  #list() {
    const focused = document.activeElement?.dataset?.theme;
    const list = this.#form.querySelector(".options");
    list.replaceChildren(...this.#matches().map((theme) => this.#option(theme)));
    if (focused) list.querySelector(`[data-theme="${focused}"]`)?.focus();
    list.hidden = !list.childElementCount;
  }

  #option(theme) {
    const item = element("li");
    const button = element("button", `t${theme.colour}`);
    button.type = "button";
    button.dataset.theme = theme.id;
    button.setAttribute("aria-pressed", String(this.#chosen.has(theme.id)));
    const digit = this.themes.ofArticle.indexOf(theme) + 1;
    button.append(element("span", "dot"), element("span", "", theme.path.join(" / ")));
    if (digit && digit <= DIGITS) button.append(element("kbd", "", String(digit)));
    button.addEventListener("click", () => this.#toggle(theme));
    item.append(button);
    return item;
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
