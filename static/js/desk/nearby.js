/** Which of many marks have a card in the margin: those near the window, and the active one with its neighbours. */

const NEIGHBOURS = 4;
/** As many cards as fill a tall window twice; where marks are denser, those from the top of the window on. */
const MOST = 32;

/**
 * @param near [from, to) places of the marks half a window above and below  @param top place of the first mark in the window
 * @param active place of the active mark, -1 for none  @param count how many marks there are
 * @returns {places in order, dense: whether there are more near than have a card}
 */
export function nearby({ near: [from, to], top, active, count }) {
  const dense = to - from > MOST;
  const low = dense ? Math.max(0, top - NEIGHBOURS) : from;
  const places = new Set(span(low, dense ? Math.min(count, low + MOST) : to));
  if (active >= 0) {
    for (const place of span(Math.max(0, active - NEIGHBOURS), Math.min(count, active + NEIGHBOURS + 1))) places.add(place);
  }
  return { places: [...places].sort((a, b) => a - b), dense };
}

function span(from, to) {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
}
