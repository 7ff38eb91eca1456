/** The server counts Unicode code points, JavaScript UTF-16 units: here, and only here, one becomes the other. */

const SURROGATES = /[\ud800-\udfff]/;

/** How many UTF-16 units the first `count` code points of the text take. */
export function unitsOf(text, count) {
  if (!SURROGATES.test(text)) return Math.min(count, text.length);
  let units = 0;
  for (let seen = 0; seen < count && units < text.length; seen += 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

/** How many code points the first `units` UTF-16 units hold; half of a pair counts as its whole. */
export function codePointsOf(text, units) {
  const head = text.slice(0, units);
  return SURROGATES.test(head) ? [...head].length : head.length;
}
