/** Clicking painted text: the mark there comes to the fore; where several overlap they are offered. */
import { element } from "./dom.js";

/** The offset under a point of the screen; null beside the text. */
function offsetAt(text, x, y) {
  const place = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? place?.startContainer;
  if (!node?.parentElement?.closest(".block-text")) return null;
  const offset = text.offsetOf(node, place.offset ?? place.startOffset);
  // A caret stands between two characters: the one before counts when the point is on it.
  const on = (at) => text.ranges(at, at + 1).some((range) => holds(range.getClientRects(), x, y));
  return [offset, offset - 1].find((at) => at >= 0 && on(at)) ?? null;
}

function holds(rects, x, y) {
  return [...rects].some((box) => box.left <= x && x <= box.right && box.top - 6 <= y && y <= box.bottom + 6);
}

export function wireHits(text, marks, margin) {
  text.root.addEventListener("click", (event) => {
    document.querySelector(".choose")?.remove();
    if (!document.getSelection().isCollapsed) return;
    const offset = offsetAt(text, event.clientX, event.clientY);
    const here = offset === null ? [] : marks.at(offset);
    margin.activate(here[0]?.id ?? null, { focus: false });
    if (here.length > 1) offer(here, event, margin);
    if (here.length) document.dispatchEvent(new CustomEvent("show-notes"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector(".choose")?.remove();
  });
}

function offer(marks, { pageX, pageY }, margin) {
  const list = element("div", "choose");
  list.setAttribute("role", "menu");
  for (const mark of marks) {
    const names = mark.themes.map((id) => margin.themes.get(id)?.name).filter(Boolean);
    const colour = margin.themes.colourOf(mark.themes[0]);
    const button = element("button", `t${colour === "plain" ? "-plain" : colour}`);
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.append(element("span", "dot"), names.join("、") || mark.exact.slice(0, 16));
    button.addEventListener("click", () => {
      list.remove();
      margin.activate(mark.id, { focus: true });
    });
    list.append(button);
  }
  list.style.left = `${Math.min(pageX, window.innerWidth - 220)}px`;
  list.style.top = `${pageY + 14}px`;
  document.body.append(list);
}
