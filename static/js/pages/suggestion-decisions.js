/** What is decided on suggested passages: sent one after the other, and taken back the last one first. */
import { send } from "../lib/api.js";
import { newId } from "../marks/mark.js";

export class Decisions {
  #api;
  #done = [];
  #busy = false;

  constructor(api) {
    this.#api = api;
  }

  /** Mark the passage with the themes that are left; what is sent again after a lost answer is the same mark. */
  accept(row) {
    return this.#decide(row, "accepted", gettext("已圈点：%s"), (mark, themes) => {
      row.dataset.uuid ??= newId();
      return send("PUT", `${this.#api}/highlights/${row.dataset.uuid}`, { ...mark, note: "", themes });
    });
  }

  reject(row) {
    return this.#decide(row, "rejected", gettext("不要，记住了：%s"), ({ article, version, start, end }, themes) =>
      send("POST", `${this.#api}/rejections`, { article, version, start, end, themes }),
    );
  }

  /** Take back the last decision: its row and what was done, in words; null when there is none. */
  async undo() {
    if (this.#busy || !this.#done.length) return null;
    return this.#alone(async () => {
      const row = this.#done.at(-1);
      const taken = await send("POST", `${this.#api}/articles/${markOf(row).article}/undo`);
      this.#done.pop();
      row.dataset.state = "open";
      delete row.dataset.uuid;
      return { row, message: taken.message };
    });
  }

  /** Whether it was decided: not when no theme is left, or while another decision is on its way. */
  async #decide(row, state, words, act) {
    const kept = [...row.querySelectorAll(".theme:not([aria-pressed='false'])")];
    if (this.#busy || !kept.length) return false;
    return this.#alone(async () => {
      await act(markOf(row), kept.map((button) => Number(button.dataset.theme)));
      this.#done.push(row);
      row.dataset.state = state;
      row.querySelector(".done").textContent = interpolate(words, [kept.map(nameOf).join("、")]);
      return true;
    });
  }

  async #alone(act) {
    this.#busy = true;
    try {
      return await act();
    } finally {
      this.#busy = false;
    }
  }
}

function markOf(row) {
  return JSON.parse(row.dataset.mark);
}

function nameOf(button) {
  return button.lastChild.textContent.trim();
}
