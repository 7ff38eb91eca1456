/** The page of suggested passages, by keyboard: go from one to the next, accept, refuse, take back. */
import { composing, inField } from "../lib/dom.js";
import { Decisions } from "./suggestion-decisions.js";
import { keyOf } from "../lib/keys.js";
import { toast } from "../lib/status.js";

const list = document.getElementById("suggestions");
const decisions = new Decisions(list.dataset.api);

const KEYS = {
  j: (row) => go(row.nextElementSibling ?? row),
  arrowdown: (row) => go(row.nextElementSibling ?? row),
  k: (row) => go(row.previousElementSibling ?? row),
  arrowup: (row) => go(row.previousElementSibling ?? row),
  enter: (row) => decide(row, "accept"),
  x: (row) => decide(row, "reject"),
  u: undo,
  "mod+z": undo,
  n: () => document.getElementById("next").click(),
};

/** The row that the keys act on: where the focus is, else the one it was in last. */
function current() {
  return document.activeElement?.closest(".suggestion") ?? list.querySelector(".suggestion[tabindex='0']");
}

function go(row) {
  list.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function nextOpen(row) {
  const rows = [...list.children];
  const behind = rows.slice(rows.indexOf(row) + 1);
  return [...behind, ...rows].find((other) => other.dataset.state === "open");
}

async function tried(act) {
  try {
    return await act();
  } catch (error) {
    toast(error.body ? error.message : gettext("连不上服务器，没有存下；再按一次就再试。"));
    return null;
  }
}

async function decide(row, name) {
  if (row.dataset.state !== "open" || !(await tried(() => decisions[name](row)))) return;
  const next = nextOpen(row);
  if (next) go(next);
  else document.getElementById("next").focus();
}

async function undo() {
  const taken = await tried(() => decisions.undo());
  if (!taken) return;
  toast(taken.message);
  go(taken.row);
}

function toggle(row, place) {
  const button = row.querySelectorAll(".theme")[place];
  if (!button || row.dataset.state !== "open" || row.querySelectorAll(".theme").length < 2) return;
  button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "false");
}

document.addEventListener("keydown", (event) => {
  const key = keyOf(event);
  const onControl = document.activeElement?.closest("button, a, summary");
  if (!key || composing(event) || inField() || (key === "enter" && onControl)) return;
  const row = current();
  if (/^[1-9]$/.test(key)) toggle(row, Number(key) - 1);
  else if (KEYS[key]) KEYS[key](row);
  else return;
  event.preventDefault();
});

list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const row = event.target.closest(".suggestion");
  if (!button) return;
  if (button.matches(".theme")) toggle(row, [...row.querySelectorAll(".theme")].indexOf(button));
  else if (button.matches(".undo")) undo();
  else decide(row, button.matches(".accept") ? "accept" : "reject");
});

list.addEventListener("focusin", (event) => {
  list.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
  event.target.closest(".suggestion").tabIndex = 0;
});

list.firstElementChild?.focus({ preventScroll: true });
