/** Themes that stick: while the loud chip is there, whatever is selected is marked with them at once. */

export class Sticky {
  #themes = [];

  constructor(themes) {
    this.themes = themes;
    this.chip = document.getElementById("sticky");
    this.chip.querySelector("button").addEventListener("click", () => this.off());
    // Whoever leaves the article and comes back does not expect it to mark by itself.
    window.addEventListener("pagehide", () => this.off());
  }

  get on() {
    return this.#themes.length > 0;
  }

  get chosen() {
    return this.#themes;
  }

  stick(themes) {
    this.#themes = themes;
    this.chip.hidden = !this.on;
    this.chip.querySelector(".names").textContent = this.themes.namesOf(themes).join("、");
  }

  off() {
    this.stick([]);
  }
}
