/** `?` shows the keys of the page, whichever it is; the tour comes by itself the first time, and whenever it is asked for. */
import { composing, inField } from "../lib/dom.js";

export function wireHelping(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key === "?" && !composing(event) && !inField() && !page.querySelector("dialog:modal")) showKeys(page, event);
  });
  page.addEventListener("click", ({ target }) => {
    if (target.closest("[data-keys]")) keysOf(page)?.showModal();
    if (target.closest("[data-tour-start]")) start(page);
  });
  if (page.querySelector("#tour[data-new]") && page.body.matches(".library")) startByItself(page);
}

/** The desk answers with its own keys, which the reader may have changed, as soon as it is ready. */
function showKeys(page, event) {
  if (event.defaultPrevented || page.querySelector("#text[data-ready]")) return;
  event.preventDefault();
  keysOf(page)?.showModal();
}

function keysOf(page) {
  return page.getElementById("shortcuts") ?? page.getElementById("keys-dialog");
}

async function start(page) {
  const { startTour } = await import("./tour.js");
  for (const open of page.querySelectorAll("dialog:modal")) open.close();
  for (const menu of page.querySelectorAll("details.menu[open]")) menu.open = false;
  startTour();
}

/** What the reader opened meanwhile comes first: under it the tour would only take the keys. It comes another time. */
async function startByItself(page) {
  await import("./tour.js");
  if (!page.querySelector("dialog:modal")) start(page);
}
