/** What stands under a point of the screen. */

/** The offset of the character there; null beside the text. */
export function offsetAt(text, x, y) {
  const place = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? place?.startContainer;
  if (!node?.parentElement?.closest(".block-text")) return null;
  const offset = text.offsetOf(node, place.offset ?? place.startOffset);
  // A caret stands between two characters: the one before counts when the point is on it.
  const on = (at) => text.ranges(at, at + 1).some((range) => holds(range.getClientRects(), x, y));
  return [offset, offset - 1].find((at) => at >= 0 && on(at)) ?? null;
}

/** The offset nearest to a point, for what is dragged past the end of a line. */
export function nearestOffset(text, x, y) {
  const place = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? place?.startContainer;
  return node?.parentElement?.closest(".block-text") ? text.offsetOf(node, place.offset ?? place.startOffset) : null;
}

function holds(rects, x, y) {
  return [...rects].some((box) => box.left <= x && x <= box.right && box.top - 6 <= y && y <= box.bottom + 6);
}
