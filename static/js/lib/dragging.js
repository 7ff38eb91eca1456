/** Rows of a list that are dragged onto each other; the row under the pointer tells in `data-drop` what would come of it. */

/**
 * @param row selector of what may be dropped on; each is, or lies in, the `li` that is dragged
 * @param placeOf (event, row) → the name of the place where the dragged one would go
 * @param put gets (dragged li, li dropped on, place)
 */
export function wireDragging(list, { row, placeOf, put }) {
  let dragged = null;
  const clear = () => list.querySelectorAll("[data-drop]").forEach((one) => delete one.dataset.drop);
  const target = (event) => {
    const found = event.target.closest?.(row);
    return found && dragged && !dragged.contains(found) ? found : null;
  };
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    clear();
    const found = target(event);
    if (!found) return;
    event.preventDefault();
    found.dataset.drop = placeOf(event, found);
  });
  list.addEventListener("drop", (event) => {
    const found = target(event);
    clear();
    if (!found) return;
    event.preventDefault();
    put(dragged, found.closest("li"), placeOf(event, found));
  });
  list.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}

/** Whether the pointer is over the row's upper half. */
export function overUpperHalf(event, row) {
  return event.clientY < row.getBoundingClientRect().top + row.offsetHeight / 2;
}
