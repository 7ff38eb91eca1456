/** Where marks overlap their underlines are stacked: which of the lanes each one takes. */

export const LANES = 3;

/**
 * @param strips {start, end} in order of start
 * @returns the lane (from 1) of each strip: the first that no overlapping strip has, the last when all are taken
 */
export function lanesOf(strips) {
  const ends = new Array(LANES).fill(-1);
  return strips.map(({ start, end }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? LANES - 1 : free;
    ends[lane] = Math.max(ends[lane], end);
    return lane + 1;
  });
}
