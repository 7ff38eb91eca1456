/** The codebook's tree: themes are moved by keyboard and by dragging; the page is drawn anew by the server. */
import { send } from "./api.js";

const tree = document.getElementById("tree");

/** Where each key, with Alt, would take the theme: {parent, before}, null where it cannot go. */
const MOVES = {
  ArrowUp: (item) => beside(item, item.previousElementSibling),
  ArrowDown: (item) => item.nextElementSibling && beside(item, item.nextElementSibling.nextElementSibling),
  ArrowRight: (item) => item.previousElementSibling && { parent: idOf(item.previousElementSibling), before: null },
  ArrowLeft: (item) => parentOf(item) && beside(parentOf(item), parentOf(item).nextElementSibling),
};

function idOf(item) {
  return item ? Number(item.dataset.id) : null;
}

function parentOf(item) {
  return item.parentElement.closest("li");
}

/** Among the siblings of `item`, before `next`. */
function beside(item, next) {
  const first = item.parentElement.firstElementChild === item;
  return next || !first || item.nextElementSibling ? { parent: idOf(parentOf(item)), before: idOf(next) } : null;
}

async function move(id, place) {
  try {
    await send("POST", `${tree.dataset.api}/themes/${id}/move`, place);
    window.location.hash = `theme-${id}`;
    window.location.reload();
  } catch (error) {
    document.getElementById("status").textContent = error.body ? error.message : gettext("连不上服务器，没有移动。");
  }
}

function wireKeys() {
  tree.addEventListener("keydown", (event) => {
    const link = event.target.closest(".branch");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && MOVES[event.key]) {
      event.preventDefault();
      const item = link.closest("li");
      if (event.key === "ArrowUp" && !item.previousElementSibling) return;
      const place = MOVES[event.key](item);
      if (place) move(idOf(item), place);
    } else if (["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      const all = [...tree.querySelectorAll(".branch")];
      all[all.indexOf(link) + (event.key === "ArrowUp" ? -1 : 1)]?.focus();
    }
  });
}

function wireDragging() {
  let dragged = null;
  const clear = () => tree.querySelectorAll(".branch").forEach((row) => row.classList.remove("drop-before", "drop-inside"));
  const target = (event) => {
    const row = event.target.closest(".branch");
    return row && dragged && !dragged.contains(row) ? row : null;
  };
  const isBefore = (row, event) => event.offsetY < row.offsetHeight / 2;
  tree.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
  });
  tree.addEventListener("dragover", (event) => {
    clear();
    const row = target(event);
    if (!row) return;
    event.preventDefault();
    row.classList.add(isBefore(row, event) ? "drop-before" : "drop-inside");
  });
  tree.addEventListener("drop", (event) => {
    const row = target(event);
    clear();
    if (!row) return;
    event.preventDefault();
    const item = row.closest("li");
    move(idOf(dragged), isBefore(row, event) ? { parent: idOf(parentOf(item)), before: idOf(item) } : { parent: idOf(item), before: null });
  });
  tree.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}

if (tree) {
  wireKeys();
  wireDragging();
  if (window.location.hash) document.getElementById(window.location.hash.slice(1))?.focus();
}
