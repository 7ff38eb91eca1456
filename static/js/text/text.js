/** The article's text on the page: blocks joined by newlines, addressed in code points from its start. */
import { codePointsOf, unitsOf } from "./offsets.js";
import { sentences } from "./sentences.js";

/** The text nodes in an element, each with the UTF-16 units of the text before it; they say the block's text. */
function nodesOf(element) {
  if (element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE) {
    return [{ node: element.firstChild, units: 0 }];
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let units = 0; walker.nextNode(); units += walker.currentNode.length) {
    nodes.push({ node: walker.currentNode, units });
  }
  return nodes;
}

/** The place of so many units: in the node that they end in, or that begins with what follows them. */
function placeIn(nodes, units, begins) {
  const fits = ({ node, units: before }) => units < before + node.length + (begins ? 0 : 1);
  const { node, units: before } = nodes.find(fits) ?? nodes.at(-1);
  return { node, at: Math.min(units - before, node.length) };
}

/** How many units of an element's text stand before a place inside it. */
function unitsBefore(element, node, units) {
  if (node === element.firstChild && node.nodeType === Node.TEXT_NODE) return units;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, units);
  return range.toString().length;
}

function blockOf(element, index) {
  const text = element.textContent;
  const start = Number(element.dataset.start);
  const end = start + codePointsOf(text, text.length);
  return { element, nodes: nodesOf(element), text, start, end, number: index + 1 };
}

export class Text {
  #byElement;

  constructor(root) {
    this.root = root;
    this.blocks = [...root.querySelectorAll(".block-text")].map(blockOf);
    this.#byElement = new Map(this.blocks.map((block) => [block.element, block]));
    this.length = this.blocks.at(-1)?.end ?? 0;
  }

  /** The block an offset stands in; the newline after a block is still that block's. */
  blockAt(offset) {
    return this.blocks[this.#place(({ start }) => start <= offset)];
  }

  /** The first block that is not wholly above a height of the window. */
  blockBelow(height) {
    const above = ({ element }) => element.getBoundingClientRect().bottom <= height;
    const place = this.#place(above);
    return this.blocks[Math.min(above(this.blocks[place]) ? place + 1 : place, this.blocks.length - 1)];
  }

  /** About which offset stands at a height of the window: lines are taken to be evenly filled. */
  offsetBelow(height) {
    const { element, start, end } = this.blockBelow(height);
    const { top, bottom } = element.getBoundingClientRect();
    const inside = Math.max(0, Math.min(1, (height - top) / Math.max(1, bottom - top)));
    return Math.round(start + inside * (end - start));
  }

  numberOf(offset) {
    return this.blockAt(offset).number;
  }

  /** The offset of a place in the DOM: clamped into the text. */
  offsetOf(node, units) {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".block-text");
    if (element) {
      const block = this.#byElement.get(element);
      return block.start + codePointsOf(block.text, unitsBefore(element, node, units));
    }
    const range = document.createRange();
    range.setStart(node, units);
    const after = this.blocks.find((one) => range.comparePoint(one.element, 0) >= 0);
    return after ? after.start : this.length;
  }

  slice(start, end) {
    const from = Math.max(0, start);
    const parts = this.#covered(from, end, (block) => block.end >= from);
    return parts.map((block) => this.#part(block, from, end)).join("\n") + this.#newline(from, end);
  }

  /** DOM ranges, one a block, that cover [start, end). */
  ranges(start, end) {
    return this.spans(start, end).map(({ from, to }) => {
      const range = new Range();
      range.setStart(from.node, from.at);
      range.setEnd(to.node, to.at);
      return range;
    });
  }

  /** The same as places in text nodes: {node, at}. */
  spans(start, end) {
    return this.#covered(start, end, (block) => block.end > start).map((block) => {
      const from = unitsOf(block.text, Math.max(0, start - block.start));
      const to = unitsOf(block.text, Math.min(block.end, end) - block.start);
      return { from: placeIn(block.nodes, from, true), to: placeIn(block.nodes, to, false) };
    });
  }

  /** The sentence an offset stands in; the next one where it stands between two. */
  sentenceAt(offset) {
    const block = this.blockAt(offset);
    const spans = sentences([...block.text]).map(([start, end]) => [start + block.start, end + block.start]);
    return spans.find(([, end]) => offset < end) ?? spans.at(-1) ?? [block.start, block.end];
  }

  /** The place of the last block for which `before` holds, of blocks in which it holds for the first ones only. */
  #place(before) {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (before(this.blocks[middle])) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #covered(start, end, wanted) {
    const found = [];
    for (let place = this.blockAt(start).number - 1; this.blocks[place]?.start < end; place += 1) {
      if (wanted(this.blocks[place])) found.push(this.blocks[place]);
    }
    return found;
  }

  #part(block, start, end) {
    const from = unitsOf(block.text, Math.max(0, start - block.start));
    return block.text.slice(from, unitsOf(block.text, Math.min(block.end, end) - block.start));
  }

  /** The newline that ends the slice, when it reaches past a block's end. */
  #newline(start, end) {
    const last = this.blockAt(end - 1);
    return end > last.end && end <= this.length && end > start ? "\n" : "";
  }
}
