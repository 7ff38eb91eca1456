/** Where sentences begin and end, as reader/text/sentences.py has it; both are held by one vector file. */

const OPENING = "“‘《〈「『（(【［[";
const CLOSING = "”’》〉」』）)】］]";
const ENDING = "。！？!?…；;";
// A pair that never closes within so many characters is a slip of the writer; sentences inside it count again.
const PATIENCE = 200;

/** Spans [start, end) of an array of characters, without the white space around them. */
export function sentences(signs) {
  const spans = [];
  let start = 0;
  let depth = 0;
  let opened = 0;
  signs.forEach((sign, position) => {
    if (OPENING.includes(sign)) {
      if (!depth) opened = position;
      depth += 1;
    } else if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth && position - opened > PATIENCE) depth = 0;
    if (sign !== "\n" && (depth || !ends(signs, position))) return;
    spans.push([start, position + 1]);
    start = position + 1;
    depth = 0;
  });
  return [...spans, [start, signs.length]].map((span) => trim(signs, ...span)).filter(([from, to]) => from < to);
}

/** Whether a sentence ends after this sign: an ending mark, or a closing one right behind it. */
function ends(signs, position) {
  const following = signs[position + 1];
  if (following && (ENDING + CLOSING).includes(following)) return false;
  const sign = signs[position];
  return ENDING.includes(sign) || (position > 0 && CLOSING.includes(sign) && ENDING.includes(signs[position - 1]));
}

function trim(signs, start, end) {
  let [from, to] = [start, end];
  while (from < to && !signs[from].trim()) from += 1;
  while (from < to && !signs[to - 1].trim()) to -= 1;
  return [from, to];
}
