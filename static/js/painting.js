/** Painting with the CSS Custom Highlight API: the DOM stays as it is, whatever is marked. */
import { lanesOf } from "./lanes.js";

const supported = typeof Highlight === "function" && CSS.highlights;

/** Paint ranges under a name of css/marks.css; no ranges take the paint away. */
export function paint(name, ranges) {
  if (!supported) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/**
 * Paint strips, given in text order: one for every theme of every mark, so that two themes on one mark both show.
 * @param strips {start, end, colour}
 */
export function paintStrips(text, strips) {
  if (!supported) return;
  const lanes = lanesOf(strips);
  const byName = new Map();
  strips.forEach((strip, index) => {
    const name = `mark-${strip.colour}-${lanes[index]}`;
    if (!byName.has(name)) byName.set(name, new Highlight());
    const highlight = byName.get(name);
    for (const range of staticRanges(text, strip)) highlight.add(range);
    // Underlines of lower lanes lie over the wash of the first.
    highlight.priority = lanes[index];
  });
  for (const name of [...CSS.highlights.keys()]) {
    if (name.startsWith("mark-") && !byName.has(name)) CSS.highlights.delete(name);
  }
  for (const [name, highlight] of byName) CSS.highlights.set(name, highlight);
}

/** Static ranges: the text never changes, and the browser need not keep them up to date. */
function staticRanges(text, { start, end }) {
  return text.spans(start, end).map(
    ({ node, from, to }) =>
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
  );
}
