/** The sentence that states a theme is shown where it stands, and lights up for a moment. */
import { paint } from "./painting.js";

const FLASH = 1600;

let fading;

export function flash(text, row) {
  if (row.paragraph === null) return;
  const block = text.blocks[row.paragraph];
  const found = block.text.indexOf(row.lead);
  const start = block.start + [...block.text.slice(0, Math.max(0, found))].length;
  block.element.scrollIntoView({ block: "center" });
  paint("flash", text.ranges(start, start + [...row.lead].length));
  clearTimeout(fading);
  fading = setTimeout(() => paint("flash", []), FLASH);
}
