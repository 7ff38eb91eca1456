/** Painting with the CSS Custom Highlight API: the DOM stays as it is, whatever is painted. */

export const supported = typeof Highlight === "function" && Boolean(CSS.highlights);

/** Paint ranges under a name of css/marks.css; no ranges take the paint away. */
export function paint(name, ranges) {
  if (!supported) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
