/** The article's text on the page: blocks joined by newlines, addressed in code points from its start. */
import { codePointsOf, unitsOf } from "./offsets.js";

function blockOf(element) {
  const text = element.textContent;
  const start = Number(element.dataset.start);
  return { element, text, start, end: start + codePointsOf(text, text.length) };
}

export class Text {
  constructor(root) {
    this.root = root;
    this.blocks = [...root.querySelectorAll(".block-text")].map(blockOf);
    this.length = this.blocks.at(-1)?.end ?? 0;
  }

  /** The block an offset stands in; the newline after a block is still that block's. */
  blockAt(offset) {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.blocks[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.blocks[low];
  }

  numberOf(offset) {
    return this.blocks.indexOf(this.blockAt(offset)) + 1;
  }

  /** The offset of a place in the DOM: clamped into the text. */
  offsetOf(node, units) {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".block-text");
    if (element) {
      const block = this.blocks.find((one) => one.element === element);
      const inside = node.nodeType === Node.TEXT_NODE ? units : units > 0 ? block.text.length : 0;
      return block.start + codePointsOf(block.text, inside);
    }
    const range = document.createRange();
    range.setStart(node, units);
    const after = this.blocks.find((one) => range.comparePoint(one.element, 0) >= 0);
    return after ? after.start : this.length;
  }

  slice(start, end) {
    const from = Math.max(0, start);
    return this.blocks
      .filter((block) => block.end >= from && block.start < end)
      .map((block) => this.#part(block, from, end))
      .join("\n")
      .concat(this.#newline(from, end));
  }

  /** DOM ranges, one a block, that cover [start, end). */
  ranges(start, end) {
    return this.blocks
      .filter((block) => block.end > start && block.start < end)
      .map((block) => {
        const range = new Range();
        const node = block.element.firstChild;
        range.setStart(node, unitsOf(block.text, Math.max(0, start - block.start)));
        range.setEnd(node, unitsOf(block.text, Math.min(block.end, end) - block.start));
        return range;
      });
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
