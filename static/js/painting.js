/** Painting with the CSS Custom Highlight API: the DOM stays as it is, whatever is marked. */
import { lanesOf } from "./lanes.js";

const supported = typeof Highlight === "function" && CSS.highlights;

/** Paint ranges under a name of css/marks.css; no ranges take the paint away. */
export function paint(name, ranges) {
  if (!supported) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** One strip for every theme of every mark, so that two themes on one mark both show. */
function stripsOf(marks, colourOf) {
  return marks.flatMap((mark) => {
    const colours = mark.themes.length ? mark.themes.map(colourOf) : ["plain"];
    return colours.map((colour) => ({ start: mark.start, end: mark.end, colour }));
  });
}

/** Paint all marks, given in text order. */
export function paintMarks(text, marks, colourOf) {
  if (!supported) return;
  const strips = stripsOf(marks, colourOf);
  const lanes = lanesOf(strips);
  const byName = new Map();
  strips.forEach((strip, index) => {
    const name = `mark-${strip.colour}-${lanes[index]}`;
    if (!byName.has(name)) byName.set(name, []);
    byName.get(name).push(...text.ranges(strip.start, strip.end));
  });
  for (const name of [...CSS.highlights.keys()]) {
    if (name.startsWith("mark-") && !byName.has(name)) CSS.highlights.delete(name);
  }
  for (const [name, ranges] of byName) {
    const highlight = new Highlight(...ranges);
    // Underlines of lower lanes lie over the wash of the first.
    highlight.priority = Number(name.at(-1));
    CSS.highlights.set(name, highlight);
  }
}
