/**
 * A form of filters follows what is chosen in it. Chosen by keyboard, it waits for its button: with the arrows every
 * choice on the way would be a new page. The new page begins where the old one was left.
 */

const KEPT = "chosen";

export function wireFilterForm(form) {
  let keyed = false;
  form.addEventListener("keydown", () => (keyed = true));
  form.addEventListener("pointerdown", () => (keyed = false));
  form.addEventListener("change", ({ target }) => {
    if (!keyed && target.matches("select, [type=checkbox]")) form.requestSubmit();
  });
  form.addEventListener("submit", () => sessionStorage.setItem(KEPT, document.activeElement?.name ?? ""));
  if (form.method === "get") form.addEventListener("formdata", ({ formData }) => clear(form, formData));
  const field = form.method === "get" && form.elements.namedItem(sessionStorage.getItem(KEPT) || "-");
  if (!field) return;
  sessionStorage.removeItem(KEPT);
  field.focus({ preventScroll: true });
}

/** What asks for nothing stays out of the address: an empty field, and a list's first choice. */
function clear(form, data) {
  for (const field of form.elements) {
    if (field.value === "" || field.selectedIndex === 0) data.delete(field.name);
  }
}
