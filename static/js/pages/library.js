/** The library: filters follow at once, rows are chosen in numbers. */
import { wireFilterForm } from "./filter-form.js";

const form = document.getElementById("many");
const boxes = [...(form?.querySelectorAll("[name=article]") ?? [])];
let last = null;

for (const filters of document.querySelectorAll(".filters")) wireFilterForm(filters);
if (form) wireChoosing();

function wireChoosing() {
  const all = form.querySelector("#all");
  form.querySelector(".all-of-page").hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell(all);
  });
  form.addEventListener("click", (event) => {
    const box = event.target.closest("[name=article]");
    if (!box) return;
    if (event.shiftKey && last) chooseBetween(last, box);
    last = box;
    tell(all);
  });
  // In the label's field Enter gives the label; it does not press the form's first button.
  form.querySelector("[name=label]")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[value=label]"));
  });
  tell(all);
}

/** With Shift all rows from the one chosen last become as this one. */
function chooseBetween(first, box) {
  const [from, to] = [boxes.indexOf(first), boxes.indexOf(box)].sort((a, b) => a - b);
  for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
}

function tell(all) {
  const chosen = boxes.filter((box) => box.checked).length;
  form.querySelector(".chosen").textContent = interpolate(gettext("选了 %s 篇"), [chosen]);
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}
