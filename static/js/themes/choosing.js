/** Choosing one theme of the codebook: the likeliest first, others by typing; or a new one by its name. */
import { button, cloned, composing, element } from "../lib/dom.js";
import { matching } from "./typeahead.js";

const SHOWN = 8;

/**
 * @param first ids of the themes that are offered before anything is typed
 * @param choose gets {theme} or, where `make` allows a new one, {name}
 */
export function chooser(themes, first, choose, { make = false } = {}) {
  const form = cloned("choose-template");
  const field = form.querySelector("input");
  const list = form.querySelector("ul");
  const live = themes.all.filter((theme) => !theme.archived);
  const offered = [...first.map((id) => themes.get(id)), ...(first.length ? [] : live)].filter(Boolean);
  const show = () => {
    const typed = field.value.trim();
    const found = (typed ? matching(live, typed) : offered).slice(0, SHOWN);
    const lines = found.map((theme) => line(theme, () => choose({ theme: theme.id })));
    const isNew = make && typed && !live.some((theme) => theme.name === typed && theme.parent === null);
    if (isNew) lines.push(line(null, () => choose({ name: typed }), interpolate(gettext("新建主题“%s”"), [typed])));
    list.replaceChildren(...lines);
  };
  field.addEventListener("input", show);
  form.addEventListener("keydown", (event) => !composing(event) && walk(event, field, list));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) list.querySelector("button")?.click();
  });
  show();
  return form;
}

function line(theme, act, label) {
  const item = element("li", theme ? `t${theme.colour}` : "");
  const offer = button(theme ? "" : "create", label ?? theme.path.join(" / "), act);
  item.append(...(theme ? [element("span", "dot")] : []), offer);
  return item;
}

/** The arrows walk from the field down the list and back. */
function walk(event, field, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [field, ...list.querySelectorAll("button")];
  stops[Math.max(0, Math.min(stops.indexOf(event.target) + step, stops.length - 1))].focus();
}
