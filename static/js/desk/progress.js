/** Reading progress: the last block that stood in the window is kept; the page offers to go on from there. */
import { send } from "../lib/api.js";
import { toast } from "../lib/status.js";

const REST = 1500;

export class Progress {
  #seen;
  #sent;
  #timer = 0;

  constructor(text, place) {
    this.text = text;
    this.path = `${place.api}/articles/${place.article}/progress`;
    this.#seen = this.#sent = Number(text.root.dataset.progress ?? 0);
    this.#offer();
    const observer = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "0px 0px -40% 0px" });
    for (const block of text.blocks) observer.observe(block.element);
    window.addEventListener("pagehide", () => this.#send(true));
  }

  #offer() {
    const block = this.text.blocks[this.#seen - 1];
    if (!block || this.#seen < 3 || window.location.hash || this.#seen >= this.text.blocks.length) return;
    toast(interpolate(gettext("上次读到第 %s 段"), [this.#seen]), gettext("继续读"), () => {
      block.element.scrollIntoView({ block: "center" });
    });
  }

  #see(entries) {
    for (const { isIntersecting, target } of entries) {
      const number = this.text.blocks.findIndex((block) => block.element === target) + 1;
      if (isIntersecting && number > this.#seen) this.#seen = number;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(false), REST);
  }

  /** Progress is worth no message: what is lost is sent with the next block. */
  async #send(keepalive) {
    if (this.#seen <= this.#sent) return;
    const block = this.#seen;
    try {
      await send("PUT", this.path, { block, blocks: this.text.blocks.length }, { keepalive });
      this.#sent = block;
    } catch (error) {
      console.info("progress not kept", error.message);
    }
  }
}
