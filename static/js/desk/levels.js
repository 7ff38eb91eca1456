/** Where the margin's cards stand: each level with its passage, never over another; the active one keeps its level. */

const GAP = 14;

/**
 * @param levels where the passages begin, in text order  @param heights of their cards  @param active place of the active one, -1 for none
 * @returns where each card begins
 */
export function arranged(levels, heights, active) {
  const tops = downwards(levels, heights, 0);
  if (active < 0) return tops;
  tops[active] = Math.max(0, levels[active]);
  for (let place = active - 1; place >= 0; place -= 1) {
    tops[place] = Math.min(tops[place], tops[place + 1] - heights[place] - GAP);
  }
  // What does not fit above the active card pushes it down after all: no card leaves the page at its top.
  if (tops[0] < 0) return downwards(levels, heights, 0);
  return [...tops.slice(0, active + 1), ...downwards(levels, heights, active + 1, tops[active] + heights[active] + GAP)];
}

function downwards(levels, heights, first, start = 0) {
  let free = start;
  return levels.slice(first).map((level, index) => {
    const top = Math.max(level, free);
    free = top + heights[first + index] + GAP;
    return top;
  });
}
