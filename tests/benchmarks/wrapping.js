/**
 * The baseline: marks as <mark> elements, the way annotators without the Custom Highlight API draw them. Every text
 * node under a mark is cut at the mark's ends and wrapped; what overlaps is nested. The text nodes of a block are found
 * by the block, so that nothing is slow for want of care.
 */
window.wrap = (text, marks, classOf) => {
  for (const mark of marks) {
    for (const { element, from, to } of pieces(text, mark)) wrapPiece(element, from, to, classOf(mark));
  }
};

function pieces(text, { start, end }) {
  return text.spans(start, end).map(({ node, from, to }) => ({ element: node.parentElement, from, to }));
}

function wrapPiece(element, from, to, name) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let place = 0, node = walker.nextNode(); node && place < to; node = walker.nextNode()) {
    const length = node.data.length;
    if (place + length > from) nodes.push([node, Math.max(0, from - place), Math.min(length, to - place)]);
    place += length;
  }
  for (const [node, low, high] of nodes) surround(node, low, high, name);
}

function surround(node, low, high, name) {
  if (high < node.data.length) node.splitText(high);
  const inner = low > 0 ? node.splitText(low) : node;
  const mark = document.createElement("mark");
  mark.className = name;
  inner.replaceWith(mark);
  mark.append(inner);
}
