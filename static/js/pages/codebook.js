/** The codebook's tree: themes are moved by keyboard and by dragging; the page is drawn anew by the server. */
import { send } from "../lib/api.js";
import { overUpperHalf, wireDragging } from "../lib/dragging.js";

const tree = document.getElementById("tree");

/** Where each key, with Alt, would take the theme: {parent, before}, null where it cannot go. */
const MOVES = {
  ArrowUp: (item) => item.previousElementSibling && beside(item, item.previousElementSibling),
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
  return { parent: idOf(parentOf(item)), before: idOf(next) };
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
      const place = MOVES[event.key](item);
      if (place) move(idOf(item), place);
    } else if (["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      const all = [...tree.querySelectorAll(".branch")];
      all[all.indexOf(link) + (event.key === "ArrowUp" ? -1 : 1)]?.focus();
    }
  });
}

function wireRows() {
  wireDragging(tree, {
    row: ".branch",
    placeOf: (event, row) => (overUpperHalf(event, row) ? "before" : "inside"),
    put: (dragged, item, place) => {
      const before = { parent: idOf(parentOf(item)), before: idOf(item) };
      move(idOf(dragged), place === "before" ? before : { parent: idOf(item), before: null });
    },
  });
}

wireKeys();
wireRows();
if (window.location.hash) document.getElementById(window.location.hash.slice(1))?.focus();
