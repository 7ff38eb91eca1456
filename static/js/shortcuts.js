/** Keys that work anywhere on the desk: one table, and nothing fires in a field or while text is being composed. */
import { composing, inField } from "./dom.js";

/** @param actions by key: "a", "A" with Shift, "mod+z" with Ctrl or Cmd */
export function wireShortcuts(actions, busy) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || composing(event) || inField() || busy() || event.altKey) return;
    const modifier = event.ctrlKey || event.metaKey ? "mod+" : "";
    const act = actions[modifier + event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
