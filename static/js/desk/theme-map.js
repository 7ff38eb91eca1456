/** The theme map beside the scrollbar: a tick for every mark, drawn on a canvas, and where the window stands. */

const TICK = 4;
const REACH = 8;
const LINE = 1.5;

export class ThemeMap extends EventTarget {
  #strips = [];
  #ticks = [];
  #boxes = null;
  #runs = null;
  #colours = new Map();
  #waiting = false;

  constructor(text) {
    super();
    this.text = text;
    this.strip = document.getElementById("map");
    this.canvas = this.strip.querySelector("canvas");
    this.strip.addEventListener("click", (event) => this.#go(event));
    window.addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#renew()).observe(document.body);
    document.addEventListener("appearance", () => this.#renew());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#renew());
  }

  /** @param strips {start, colour}, those that cover others first; they are drawn with the next frame */
  render(strips) {
    this.#strips = strips;
    this.#runs = null;
    this.#soon();
  }

  #soon() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => this.#draw());
  }

  /** The page is laid out anew, or its colours are others. */
  #renew() {
    this.#boxes = this.#runs = null;
    this.#colours.clear();
    this.#soon();
  }

  /** All of it on the canvas: what changed an element with every scroll would cost the page a look at its styles. */
  #draw() {
    this.#waiting = false;
    const { width, height } = this.#page();
    const brush = this.canvas.getContext("2d");
    brush.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
    brush.clearRect(0, 0, width, height);
    for (const { from, to, colour } of this.#drawn(height)) {
      brush.fillStyle = this.#colour(colour);
      brush.fillRect(0, from, width, to - from);
    }
    this.#drawView(brush);
  }

  /** Where the window stands. */
  #drawView(brush) {
    const { width, height, whole } = this.#page();
    brush.strokeStyle = this.#colour("plain");
    brush.lineWidth = LINE;
    const [top, tall] = [window.scrollY, window.innerHeight].map((pixels) => (pixels * height) / whole);
    brush.strokeRect(LINE / 2, top + LINE / 2, width - LINE, Math.max(TICK, tall - LINE));
  }

  #drawn(height) {
    if (!this.#runs) {
      this.#ticks = this.#strips.map(({ start, colour }) => ({ start, colour, y: this.#placeOf(start) * height }));
      this.#runs = runsOf(this.#ticks, height);
    }
    return this.#runs;
  }

  /** The sizes of the map, the page and its blocks, read all together. */
  #page() {
    if (!this.#boxes) {
      const { clientWidth: width, clientHeight: height } = this.strip;
      const boxes = this.text.blocks.map(({ element }) => element.getBoundingClientRect());
      const blocks = boxes.map((box) => ({ top: box.top + window.scrollY, height: box.height }));
      this.#boxes = { width, height, whole: document.documentElement.scrollHeight, blocks };
      Object.assign(this.canvas, { width: width * window.devicePixelRatio, height: height * window.devicePixelRatio });
    }
    return this.#boxes;
  }

  /** How far down the page an offset stands, 0 to 1: evenly inside its paragraph. */
  #placeOf(offset) {
    const { number, start, end } = this.text.blockAt(offset);
    const { whole, blocks } = this.#page();
    const { top, height } = blocks[number - 1];
    return (top + ((offset - start) / Math.max(1, end - start)) * height) / whole;
  }

  /** light-dark() is resolved for real properties only. */
  #colour(colour) {
    if (!this.#colours.has(colour)) {
      this.canvas.style.color = { plain: "var(--ink-3)", found: "var(--search)" }[colour] ?? `var(--t${colour})`;
      this.#colours.set(colour, getComputedStyle(this.canvas).color);
    }
    return this.#colours.get(colour);
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

/** The ticks as stretches of one colour, one above the other: where ticks meet the earlier one covers the later. */
export function runsOf(ticks, height) {
  const rows = new Array(Math.ceil(height)).fill(null);
  for (const { y, colour } of ticks) {
    const top = Math.round(y - TICK / 2);
    for (let row = Math.max(0, top); row < Math.min(rows.length, top + TICK); row += 1) rows[row] ??= colour;
  }
  const runs = [];
  rows.forEach((colour, row) => {
    if (runs.at(-1)?.colour === colour) runs.at(-1).to = row + 1;
    else runs.push({ colour, from: row, to: row + 1 });
  });
  return runs.filter((run) => run.colour !== null);
}
