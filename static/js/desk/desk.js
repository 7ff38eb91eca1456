/** The article page: loads the marks and themes, and lets the parts hear of each other. */
import { send, speakFor } from "../lib/api.js";
import { copyQuote } from "../lib/copying.js";
import { Shortcuts } from "../lib/shortcuts.js";
import { say, toast } from "../lib/status.js";
import { Current } from "../marks/current.js";
import { Marks } from "../marks/marks.js";
import { Caret } from "../text/caret.js";
import { Find } from "../text/find.js";
import { Handles } from "../text/handles.js";
import { Hits } from "../text/hit-testing.js";
import { MarkPaint } from "../text/mark-painting.js";
import { Selecting } from "../text/selection.js";
import { Text } from "../text/text.js";
import { Words } from "../text/words.js";
import { Others } from "../themes/others.js";
import { Proposals } from "../themes/proposals.js";
import { Themes } from "../themes/themes.js";
import { notYours } from "./cards.js";
import { Line } from "./connection.js";
import { wireDrafts } from "./draft-line.js";
import { Drafting } from "./drafting.js";
import { Filters } from "./filters.js";
import { Live } from "./live.js";
import { Margin } from "./margin.js";
import { Marking } from "./marking.js";
import { Outline } from "./outline.js";
import { Popup } from "./popup.js";
import { Progress } from "./progress.js";
import { Quoting } from "./quoting.js";
import { wireSaving } from "./saving.js";
import { Sheets } from "./sheets.js";
import { Shown } from "./shown.js";
import { Sticky } from "./sticky.js";
import { tally } from "./tally.js";
import { ThemeMap } from "./theme-map.js";
import { step } from "./undo.js";

const A_MOMENT = 80;

const text = new Text(document.getElementById("text"));
const place = new Current(text.root.dataset);
const themes = new Themes(place);
const line = new Line();
const marks = new Marks(text, place, line);
const filters = new Filters(themes);
const shown = new Shown(marks, filters);
const margin = new Margin(text, shown, themes, place);
const proposals = new Proposals(text, themes, place);
const others = new Others(document.getElementById("other-themes"), themes, place);
const outline = new Outline(text, themes);
const map = new ThemeMap(text);
const shortcuts = new Shortcuts(document.getElementById("shortcuts"));
const popup = new Popup(themes, shortcuts);
const hits = new Hits(text, shown, margin);
const markPaint = new MarkPaint(text, shown);

let waiting = 0;
let orphans = null;
let found = [];

/** Marks have changed: those of the ids, all for null. They show at once, what sums them up a moment later. */
function render(ids) {
  shown.update(ids);
  markPaint.render((mark) => filters.themesOf(mark).map(themes.colourOf));
  margin.render(ids);
  waiting ||= setTimeout(sumUp, A_MOMENT);
}

function sumUp() {
  waiting = 0;
  const spread = tally(marks.all);
  filters.render(spread, marks.all.length, shown.rows.length);
  themes.count(spread.themes);
  proposals.count(spread.themes);
  others.render();
  drawMap();
}

/** What the map shows of a mark: each of its themes. */
function stripsOf(mark) {
  const { start, end } = mark;
  return filters.themesOf(mark).map((theme) => ({ start, end, colour: themes.colourOf(theme) }));
}

/** Ticks for the marks, and for what was found in the text. */
function drawMap() {
  const sought = found.map(([start, end]) => ({ start, end, colour: "found" }));
  map.render([...shown.rows.flatMap(stripsOf), ...sought].sort((a, b) => a.start - b.start));
}

async function remove(id) {
  const next = place.active === id ? margin.neighbour(1) ?? margin.neighbour(-1) : null;
  const focused = document.activeElement?.closest(".card");
  await marks.remove(id);
  toast(gettext("圈点已删除"), gettext("撤销"), undo);
  if (focused && next) margin.activate(next.id, { focus: true });
  else if (focused) text.root.focus({ preventScroll: true });
}

function copy(id) {
  const mark = marks.get(id);
  return copyQuote(mark.exact, place.citation, text.numberOf(mark.start));
}

function take(answer) {
  themes.take(answer);
  marks.take(answer);
}

function undo() {
  return step("undo", { place, marks, line, take });
}

function redo() {
  return step("redo", { place, marks, line, take });
}

function goTo(mark) {
  if (mark) margin.activate(mark.id, { focus: true, scroll: true });
}

/** Where the reader is in the text: at the caret, else at the top of the window. */
function here(caret) {
  return caret?.position ?? text.blockBelow(90).start;
}

function onActive(act) {
  return () => place.active && act(place.active);
}

function focusMode() {
  const { dataset } = document.documentElement;
  if (dataset.focus) delete dataset.focus;
  else dataset.focus = "on";
  margin.arrange();
  // The button that was pressed may have gone out of view with the focus on it.
  if (!document.activeElement.getClientRects().length) text.root.focus({ preventScroll: true });
}

/** What the keys do that only read; who may not mark copies what is chosen. */
function readingActions(caret, quoting) {
  return {
    help: () => shortcuts.dialog.showModal(),
    focus: focusMode,
    caret: () => caret.enter(),
    next: () => goTo(margin.neighbour(1, here(caret))),
    previous: () => goTo(margin.neighbour(-1, here(caret))),
    copy: () => (quoting?.chosen ? quoting.copy() : place.active && copy(place.active)),
    next_article: () => document.querySelector(".neighbours [rel=next]")?.click(),
    previous_article: () => document.querySelector(".neighbours [rel=prev]")?.click(),
  };
}

function wireMarking(words, caret) {
  const selecting = new Selecting(text, words);
  const sticky = new Sticky(themes);
  const marking = new Marking({
    ...{ text, marks, themes, margin, popup, selecting, caret, sticky, place },
    memory: `last-${place.project}`,
    drafting: new Drafting(text, place),
  });
  wireDrafts(marking);
  marking.addEventListener("marked", () => toast(gettext("已圈点"), gettext("撤销"), undo));
  for (const [name, act] of Object.entries({ undo, redo })) {
    document.querySelector(`[data-${name}]`).addEventListener("click", act);
  }
  const handles = new Handles(text, words, selecting);
  margin.addEventListener("active", ({ detail }) => handles.show(detail));
  margin.addEventListener("edit", ({ detail }) => marking.edit(detail));
  margin.addEventListener("remove", ({ detail }) => remove(detail));
  margin.addEventListener("retry", () => marks.retry());
  handles.addEventListener("resize", ({ detail }) => marks.edit(detail.id, { start: detail.start, end: detail.end }));
  handles.addEventListener("done", ({ detail }) => margin.focus(detail));
  document.querySelector("[data-mark]").addEventListener("click", () => marking.selected());
  const mine = (act) => onActive((id) => (marks.get(id).editable ? act(id) : toast(notYours(marks.get(id)))));
  return {
    mark: () => marking.selected(),
    same: () => marking.same(),
    sticky: () => marking.toggleSticky(),
    characters: () => marking.characters(),
    edit: mine((id) => marking.edit(id)),
    resize: mine(() => handles.focus()),
    remove: mine(remove),
    undo,
    redo,
  };
}

const decisions = { accept: () => proposals.acceptFirst(), accept_all: () => proposals.acceptAll() };

function wireReading(caret) {
  margin.addEventListener("copy", ({ detail }) => copy(detail));
  margin.addEventListener("show", ({ detail }) => margin.activate(detail, { scroll: true }));
  map.addEventListener("go", ({ detail }) => goTo(shown.at(detail)[0]));
  filters.addEventListener("change", () => render(null));
  caret.addEventListener("open", ({ detail }) => {
    const box = text.ranges(detail, detail + 1)[0]?.getBoundingClientRect();
    if (box) hits.open(detail, { x: box.left + window.scrollX, y: box.bottom + window.scrollY + 6, focus: true });
  });
  text.root.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.shiftKey) return;
    // From the text it is the next mark behind the caret, whichever was looked at before.
    margin.activate(null);
    const next = margin.neighbour(1, here(caret));
    if (!next) return;
    event.preventDefault();
    goTo(next);
  });
  margin.list.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) caret.enter(marks.get(place.active).start);
  });
  for (const button of document.querySelectorAll("[data-focus-mode]")) button.addEventListener("click", focusMode);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && document.documentElement.dataset.focus) focusMode();
  });
}

function wireState() {
  marks.addEventListener("change", ({ detail }) => render(detail.ids));
  wireSaving(marks, line);
  marks.addEventListener("conflict", ({ detail }) => settle(detail));
  themes.addEventListener("change", () => {
    render(null);
    proposals.render();
    outline.render();
  });
}

/** Two people have changed one mark. A reader who does not choose now finds the card saying that it is not saved. */
async function settle(conflict) {
  const { askConflict } = await import("./conflict.js");
  const choice = await askConflict(conflict, themes);
  const { id } = conflict.change;
  if (choice === null) marks.postpone(id);
  else await marks.settle(conflict, choice);
  if (marks.get(id) && !marks.get(id).gone) margin.activate(id, { focus: true });
  else text.root.focus({ preventScroll: true });
}

/** What others change appears by itself; a new text needs the page anew. */
function wireLive(cursor) {
  const live = new Live(line, { path: `${place.api}/articles/${place.article}/desk/changes`, cursor });
  live.addEventListener("change", ({ detail }) => {
    if (detail.codebook) themes.take(detail.codebook);
    marks.take(detail);
    if (detail.version !== place.version) {
      toast(gettext("这篇文章有了新版本"), gettext("重新载入"), () => window.location.reload(), true);
    }
  });
}

/** What a new text did to the marks; the module comes only where there was another text before. */
async function showMoved() {
  const { Orphans } = await import("./orphans.js");
  orphans ??= new Orphans({ text, place, marks, themes });
  await orphans.load();
}

async function open() {
  const desk = await send("GET", `${place.api}/articles/${place.article}/desk`);
  place.open(desk);
  speakFor(desk.me.id);
  const { may } = desk.me;
  const words = new Words(desk.words);
  const caret = new Caret(text, words);
  themes.mayCreate = may.add_themes;
  wireState();
  themes.take(desk);
  await marks.load(desk);
  if (!marks.outbox.lasting) toast(gettext("这个浏览器不让留存数据：没有存上的改动只在这一页里，关掉页面前请等它存完。"));
  wireLive(desk.cursor);
  const show = () => showMoved().catch((error) => line.failed(error));
  if (desk.number > 1) show();
  marks.addEventListener("elsewhere", show);
  wireReading(caret);
  const marking = may.mark ? wireMarking(words, caret) : {};
  const quoting = may.mark ? null : new Quoting({ text, place, words, caret });
  shortcuts.wire({ ...readingActions(caret, quoting), ...marking, ...(may.edit && decisions) }, () => popup.open);
  text.root.dataset.ready = "true";
}

new Sheets();
new Progress(text, place);
const find = new Find(document.getElementById("find"), text, place);
find.addEventListener("found", ({ detail }) => {
  found = detail;
  drawMap();
});
const sought = new URLSearchParams(window.location.search).get("find");
if (sought) find.begin(sought);
open().catch((error) => {
  say(error.body ? error.message : gettext("连不上服务器，圈点没有载入；请刷新页面。"), true);
});
