/** The theme map beside the scrollbar: a tick for every theme of every mark, side by side where they meet, and where the window stands. */

const TICK = 4;
const REACH = 8;
const LINE = 1.5;
/** So many ticks stand side by side; more would be too narrow to be told apart. */
const BESIDE = 6;
const GAP = 0.75;

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

  /** @param strips {start, end, colour} in text order; they are drawn with the next frame */
  render(strips) {
    this.#strips = strips;
    this.#runs = null;
    const depth = String(Math.min(BESIDE, depthOf(strips)));
    if (this.strip.dataset.depth !== depth) {
      this.strip.dataset.depth = depth;
      this.#boxes = null;
    }
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
    for (const { from, to, colours } of this.#drawn(height)) {
      const share = width / colours.length;
      colours.forEach((colour, place) => {
        brush.fillStyle = this.#colour(colour);
        brush.fillRect(place * share, from, share - (colours.length > 1 ? GAP : 0), to - from);
      });
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

/** The ticks as stretches of the same colours, one above the other: where ticks meet they share the width. */
export function runsOf(ticks, height) {
  const rows = Array.from({ length: Math.ceil(height) }, () => []);
  for (const { y, colour } of ticks) {
    const top = Math.round(y - TICK / 2);
    for (let row = Math.max(0, top); row < Math.min(rows.length, top + TICK); row += 1) {
      if (rows[row].length < BESIDE) rows[row].push(colour);
    }
  }
  const runs = [];
  rows.forEach((colours, row) => {
    if (runs.at(-1)?.colours.join() === colours.join()) runs.at(-1).to = row + 1;
    else runs.push({ colours, from: row, to: row + 1 });
  });
  return runs.filter(({ colours }) => colours.length);
}

/** How many strips cover one place at most. */
export function depthOf(strips) {
  let open = [];
  return strips.reduce((deepest, { start, end }) => {
    open = open.filter((other) => other > start);
    if (open.length < BESIDE) open.push(end);
    return Math.max(deepest, open.length);
  }, 1);
}
