/** The theme map beside the scrollbar: a tick for every mark, drawn on a canvas, and where the window stands. */

const TICK = 4;
const REACH = 8;

export class ThemeMap extends EventTarget {
  #strips = [];
  #ticks = [];

  constructor(text) {
    super();
    this.text = text;
    this.strip = document.getElementById("map");
    this.canvas = this.strip.querySelector("canvas");
    this.view = this.strip.querySelector(".view");
    this.strip.addEventListener("click", (event) => this.#go(event));
    window.addEventListener("scroll", () => this.follow(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(document.body);
    document.addEventListener("appearance", () => this.draw());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /** @param strips {start, end, colour} in text order */
  render(strips) {
    this.#strips = strips;
    this.draw();
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.strip;
    const ratio = window.devicePixelRatio;
    Object.assign(this.canvas, { width: width * ratio, height: height * ratio });
    const brush = this.canvas.getContext("2d");
    brush.scale(ratio, ratio);
    const colours = this.#colours();
    const places = this.#places();
    this.#ticks = this.#strips.map(({ start, colour }) => ({ start, colour, y: places(start) * height }));
    // A mark of several themes goes by its first.
    for (const { colour, y } of this.#ticks.toReversed()) {
      brush.fillStyle = colours(colour);
      brush.fillRect(0, y - TICK / 2, width, TICK);
    }
    this.follow();
  }

  follow() {
    const { scrollHeight } = document.documentElement;
    this.view.style.top = `${(100 * window.scrollY) / scrollHeight}%`;
    this.view.style.height = `${(100 * window.innerHeight) / scrollHeight}%`;
  }

  /** How far down the page an offset stands, 0 to 1: one measurement a paragraph, evenly inside it. */
  #places() {
    const { scrollHeight } = document.documentElement;
    const boxes = new Map();
    return (offset) => {
      const block = this.text.blockAt(offset);
      if (!boxes.has(block)) boxes.set(block, block.element.getBoundingClientRect());
      const { top, height } = boxes.get(block);
      const inside = (offset - block.start) / Math.max(1, block.end - block.start);
      return (top + window.scrollY + inside * height) / scrollHeight;
    };
  }

  #colours() {
    const known = new Map();
    return (colour) => {
      if (!known.has(colour)) known.set(colour, this.#resolved(colour === "plain" ? "--ink-3" : `--t${colour}`));
      return known.get(colour);
    };
  }

  /** light-dark() is resolved for real properties only. */
  #resolved(name) {
    this.canvas.style.color = `var(${name})`;
    return getComputedStyle(this.canvas).color;
  }

  /** To the tick under the pointer, else to that place of the page. */
  #go({ clientY }) {
    const { top, height } = this.strip.getBoundingClientRect();
    const y = clientY - top;
    const near = (tick) => Math.abs(tick.y - y);
    const tick = this.#ticks.reduce((best, one) => (best && near(best) <= near(one) ? best : one), null);
    if (tick && near(tick) <= REACH) this.dispatchEvent(new CustomEvent("go", { detail: tick.start }));
    else window.scrollTo({ top: (y / height) * document.documentElement.scrollHeight - window.innerHeight / 2 });
  }
}
