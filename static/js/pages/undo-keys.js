/** Ctrl+Z and Ctrl+Shift+Z press the page's own buttons; in a field they are the field's. */
import { composing, inField } from "../lib/dom.js";
import { keyOf } from "../lib/keys.js";

const STEPS = { "mod+z": "undo", "mod+shift+z": "redo", "mod+y": "redo" };

export function wireUndoKeys(page) {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || composing(event) || inField() || page.querySelector("dialog[open]")) return;
    const step = STEPS[keyOf(event)];
    const button = step && page.querySelector(`[data-step="${step}"]:not(:disabled)`);
    if (!button) return;
    event.preventDefault();
    if (button.form) button.form.requestSubmit(button);
    else button.click();
  });
}
