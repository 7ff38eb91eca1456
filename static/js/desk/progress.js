/** Reading progress: the last block that stood in the window is kept; the page opens there, with a way back to the top. */
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
    this.#goOn();
    const observer = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "0px 0px -40% 0px" });
    for (const block of text.blocks) observer.observe(block.element);
    window.addEventListener("pagehide", () => this.#send(true));
  }

  /** Not where the address or the browser's own memory has a place already. */
  #goOn() {
    const block = this.text.blocks[this.#seen - 1];
    const [visit] = performance.getEntriesByType("navigation");
    if (!block || this.#seen < 3 || this.#seen >= this.text.blocks.length) return;
    if (window.location.hash || visit?.type !== "navigate") return;
    block.element.scrollIntoView({ block: "center", behavior: "instant" });
    toast(interpolate(gettext("接着上次读：第 %s 段"), [this.#seen]), gettext("回到开头"), () => window.scrollTo({ top: 0 }));
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
