/** The card of a mark: quote, themes, note, who and when, and what can be done with it. */
import { cloned, element } from "../lib/dom.js";

const ACTIONS = ["copy", "edit", "remove", "retry"];

/** @param around {number of the paragraph, themes} */
export function cardOf(mark, around) {
  const card = cloned("card-template");
  refill(card, mark, around);
  return card;
}

/** Let the card say what the mark says now. */
export function refill(card, mark, { number, themes }) {
  const looks = ["active", "hover"].filter((name) => card.classList.contains(name));
  const state = mark.state === "saved" ? [] : ["unsaved"];
  card.className = ["card", themes.classOf(mark.themes[0]), ...state, ...looks].join(" ");
  card.dataset.id = mark.id;
  fill(card, mark, number, themes);
  card.querySelector(".fixed").hidden = mark.editable;
  for (const name of ACTIONS) {
    card.querySelector(`.${name}`).hidden = { copy: false, retry: mark.state !== "refused" }[name] ?? !mark.editable;
  }
}

/** Why a coder's keys do nothing on this mark. */
export function notYours({ author }) {
  const name = author?.name ?? gettext("已离开的成员");
  return interpolate(gettext("这处是 %s 圈的：只有本人和编辑能改"), [name]);
}

/** @param tell what to call with the name of an action and the mark's id */
export function wireCards(list, tell) {
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const name = button?.matches(".quote") ? "show" : ACTIONS.find((action) => button?.classList.contains(action));
    if (name) tell(name, button.closest(".card").dataset.id);
  });
  list.addEventListener("keydown", walk);
}

function fill(card, mark, number, themes) {
  const quote = card.querySelector(".quote");
  const names = themes.namesOf(mark.themes).join("、");
  quote.textContent = mark.exact;
  quote.dataset.number = number;
  quote.setAttribute("aria-label", labelOf(mark, number, names));
  card.querySelector(".tags").replaceChildren(...mark.themes.map((id) => tag(id, themes)));
  card.querySelector(".note").textContent = mark.note;
  card.querySelector(".author").textContent = mark.author?.name ?? gettext("已离开的成员");
  const time = card.querySelector("time");
  time.dateTime = mark.updated ?? mark.created;
  time.textContent = shownTime(new Date(time.dateTime));
}

/** What a screen reader says of a mark: place, quote, themes, note. */
function labelOf({ exact, note }, number, names) {
  const parts = [interpolate(gettext("第 %s 段：%s"), [number, exact])];
  parts.push(names ? interpolate(gettext("主题：%s"), [names]) : gettext("没有主题"));
  if (note) parts.push(interpolate(gettext("批注：%s"), [note]));
  return parts.join(gettext("；"));
}

function tag(id, themes) {
  return element("span", `tag ${themes.classOf(id)}`, themes.get(id)?.name ?? "");
}

/** Tab goes from mark to mark; the arrows go through one card's actions. */
function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const stops = [...event.target.closest(".card").querySelectorAll("button:not([hidden])")];
  event.preventDefault();
  stops[stops.indexOf(document.activeElement) + step]?.focus();
}

/** The hour today, else the day. */
function shownTime(time) {
  const today = time.toDateString() === new Date().toDateString();
  const language = document.documentElement.lang;
  return today
    ? time.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" })
    : time.toLocaleDateString(language, { year: "numeric", month: "numeric", day: "numeric" });
}
