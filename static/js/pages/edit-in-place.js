/** A text becomes a field where it stands, and text again when it is kept. */
import { Refused } from "../lib/api.js";
import { cloned, composing } from "../lib/dom.js";

// The fields that are open, by what they held: one that holds something else asks before the page is left.
const opened = new Map();

window.addEventListener("beforeunload", (event) => {
  if ([...opened].some(([field, held]) => field.isConnected && field.value !== held)) event.preventDefault();
});

/** `keep` gets the new text and answers what was kept; what it throws is shown, and the field stays. Where the error
 * carries `now`, what somebody else wrote meanwhile, that is shown above the field: who then saves has seen it. Whoever
 * was in the field is back at the button that opened it: without that, the keyboard starts from the top of the page again.
 * @param draft {said, put, drop}: where what is typed lies until it is kept */
export function editInPlace(shown, text, label, keep, draft) {
  if (shown.nextElementSibling?.matches(".edit-form")) return;
  const form = cloned("edit-template");
  const field = form.querySelector("textarea");
  const error = form.querySelector(".error");
  const opener = document.activeElement;
  const close = () => {
    const inside = form.contains(document.activeElement);
    opened.delete(field);
    form.remove();
    shown.hidden = false;
    if (inside) opener.focus({ preventScroll: true });
  };
  const both = form.querySelector(".both");
  field.value = draft.said ?? text;
  form.querySelector(".kept").hidden = draft.said === undefined;
  field.addEventListener("input", () => (field.value === text ? draft.drop() : draft.put(field.value)));
  opened.set(field, text);
  field.setAttribute("aria-label", label);
  shown.hidden = true;
  shown.after(form);
  field.focus();
  form.querySelector(".cancel").addEventListener("click", close);
  form.querySelector(".forget").addEventListener("click", () => {
    field.value = text;
    form.querySelector(".kept").hidden = true;
    draft.drop();
    field.focus();
  });
  both.addEventListener("click", () => {
    field.value = [shown.textContent, field.value].filter(Boolean).join("\n");
    both.hidden = true;
    field.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    if (event.key === "Escape") close();
    if (event.key === "Enter" && !event.shiftKey && event.target === field) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      shown.textContent = await keep(field.value);
      draft.drop();
      close();
    } catch (failure) {
      if (failure.now !== undefined) {
        shown.textContent = failure.now;
        shown.hidden = false;
        both.hidden = !failure.now;
      }
      error.textContent = sentence(failure);
      error.hidden = false;
    }
  });
}

/** What to say of an error: the server's own sentence, or that no answer came. */
export function sentence(error) {
  if (!(error instanceof Refused)) return gettext("连不上服务器。");
  const { changed_by: who } = error.body;
  return who ? interpolate(gettext("%s 刚改过，上面是现在的内容；看过再保存，或者两段都留。"), [who]) : error.message;
}
