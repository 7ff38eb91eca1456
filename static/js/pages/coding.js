/** The plan of coding what was found, by keyboard: from passage to passage, wanted or not. */
import { composing } from "../lib/dom.js";
import { keyOf } from "../lib/keys.js";

const boxes = [...document.querySelectorAll(".coding-list input")];
const KEYS = { j: (at) => go(at + 1), k: (at) => go(at - 1), x: (at) => toggle(at) };

function go(at) {
  const box = boxes[Math.max(0, Math.min(at, boxes.length - 1))];
  box.focus({ preventScroll: true });
  box.closest("li").scrollIntoView({ block: "nearest" });
}

/** What was decided moves on to the next, as the list of suggested passages does. */
function toggle(at) {
  if (at < 0) return;
  boxes[at].checked = !boxes[at].checked;
  go(at + 1);
}

document.addEventListener("keydown", (event) => {
  const act = KEYS[keyOf(event)];
  if (!act || composing(event) || document.activeElement?.closest("input:not([type=checkbox]), select, textarea")) return;
  event.preventDefault();
  act(boxes.indexOf(document.activeElement));
});

go(0);
