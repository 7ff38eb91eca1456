/** Keys that work anywhere on the desk: the page's own table says which; nothing fires in a field or while text is being composed. */
import { send } from "./api.js";
import { composing, element, inField } from "./dom.js";
import { capsOf, keyOf } from "./keys.js";

export class Shortcuts {
  #rows;
  #waiting = null;

  constructor(dialog) {
    this.dialog = dialog;
    this.#rows = [...dialog.querySelectorAll("[data-name]")];
    for (const row of this.#rows) row.querySelector(".rebind").addEventListener("click", () => this.#wait(row));
    dialog.querySelector(".reset").addEventListener("click", () => this.#keep({}));
    dialog.addEventListener("keydown", (event) => this.#take(event));
    dialog.addEventListener("close", () => this.#rest());
  }

  /** What an event's key is for; undefined when it is for nothing. */
  nameOf(event) {
    const key = keyOf(event);
    return this.#rows.find((row) => row.dataset.key === key)?.dataset.name;
  }

  /** @param actions what to do, by name  @param busy whether the keys belong to something else for now */
  wire(actions, busy) {
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || composing(event) || inField() || busy() || this.dialog.open) return;
      const act = actions[this.nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  #wait(row) {
    this.#rest();
    this.#waiting = row;
    row.querySelector(".rebind").replaceChildren(gettext("按新的键…"));
  }

  #rest() {
    if (this.#waiting) show(this.#waiting, this.#waiting.dataset.key);
    this.#waiting = null;
  }

  #take(event) {
    if (!this.#waiting || composing(event) || event.key === "Tab") return;
    event.preventDefault();
    const key = keyOf(event);
    if (key === null) return;
    const row = this.#waiting;
    if (key === "escape") this.#rest();
    else this.#keep({ ...this.#own(), [row.dataset.name]: key });
  }

  #own() {
    return Object.fromEntries(this.#rows.map((row) => [row.dataset.name, row.dataset.key]));
  }

  /** The server refuses what clashes; nothing changes before it has agreed. */
  async #keep(own) {
    const said = this.dialog.querySelector(".refused");
    said.textContent = "";
    try {
      const kept = await send("PUT", "/api/me/shortcuts", own);
      for (const row of this.#rows) show(row, kept[row.dataset.name]);
      this.#waiting = null;
    } catch (error) {
      said.textContent = error.body ? error.message : gettext("连不上服务器，快捷键没有改。");
      this.#rest();
    }
  }
}

function show(row, key) {
  row.dataset.key = key;
  row.querySelector(".rebind").replaceChildren(...capsOf(key).map((cap) => element("kbd", "", cap)));
}
