/** The article page: loads the marks and themes, and lets the parts hear of each other. */
import { send, speakFor } from "./api.js";
import { Caret } from "./caret.js";
import { askConflict } from "./conflict.js";
import { step } from "./history.js";
import { wireHits } from "./hit.js";
import { Line } from "./line.js";
import { Live } from "./live.js";
import { ThemeMap } from "./map.js";
import { Margin } from "./margin.js";
import { Marks } from "./marks.js";
import { Outline } from "./outline.js";
import { paint, paintMarks } from "./painting.js";
import { Popup } from "./popup.js";
import { Progress } from "./progress.js";
import { Proposals } from "./proposals.js";
import { Selecting } from "./selection.js";
import { wireSaving } from "./saving.js";
import { wireSheets } from "./sheets.js";
import { Shortcuts } from "./shortcuts.js";
import { say, toast } from "./status.js";
import { Text } from "./text.js";
import { Themes } from "./themes.js";
import { Words } from "./words.js";

const text = new Text(document.getElementById("text"));
const place = { ...text.root.dataset, article: Number(text.root.dataset.article) };
const themes = new Themes();
const line = new Line();
const marks = new Marks(text, place, line);
const margin = new Margin(text, marks, themes);
const proposals = new Proposals(text, marks, themes, place);
const outline = new Outline(text, themes);
const map = new ThemeMap(text, marks, themes);
const popup = new Popup(themes);

function render() {
  paintMarks(text, marks.all, themes.colourOf);
  margin.render();
  map.render();
  if (place.me) proposals.render();
  outline.render();
}

function boxOf([start, end]) {
  return text.ranges(start, end).at(-1).getBoundingClientRect();
}

/** Ask what to make of a passage, keep it, and bring the reader back to where they were. */
async function mark(range, chooser) {
  paint("preview", text.ranges(...range));
  const said = await popup.ask(text.slice(...range), boxOf(range));
  paint("preview", []);
  if (said) marks.create(range, said);
  chooser.clear?.();
  chooser.collapse?.();
  text.root.focus({ preventScroll: true });
}

async function edit(id) {
  const { start, end, exact, note, themes: chosen } = marks.get(id);
  const said = await popup.ask(exact, boxOf([start, end]), { note, themes: chosen });
  if (said) marks.edit(id, said);
  margin.activate(id, { focus: true });
}

async function remove(id) {
  await marks.remove(id);
  toast(gettext("圈点已删除"), gettext("撤销"), undo);
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

function wireMarking(words) {
  const selecting = new Selecting(text, words);
  const caret = new Caret(text, words);
  selecting.addEventListener("choose", ({ detail }) => popup.open || mark(detail, selecting));
  caret.addEventListener("choose", ({ detail }) => mark(detail, caret));
  document.querySelector("[data-mark]")?.addEventListener("click", () => {
    if (selecting.range) mark(selecting.range, selecting);
    else toast(gettext("先在正文里长按选中一段文字"));
  });
  margin.addEventListener("edit", ({ detail }) => edit(detail));
  margin.addEventListener("remove", ({ detail }) => remove(detail));
  margin.addEventListener("retry", () => marks.retry());
}

function wireState() {
  marks.addEventListener("change", render);
  wireSaving(marks, line);
  marks.addEventListener("conflict", async ({ detail }) => {
    marks.settle(detail, await askConflict(detail, themes));
  });
  themes.addEventListener("change", render);
}

/** What others change appears by itself; a new text needs the page anew. */
function wireLive(cursor) {
  const live = new Live(line, { path: `${place.api}/articles/${place.article}/desk/changes`, cursor });
  live.addEventListener("change", ({ detail }) => {
    if (detail.codebook) themes.take(detail.codebook);
    marks.take(detail);
    if (detail.version !== place.version) {
      toast(gettext("这篇文章有了新版本"), gettext("重新载入"), () => window.location.reload());
    }
  });
}

const shortcuts = new Shortcuts(document.getElementById("shortcuts"));
const actions = {
  help: () => shortcuts.dialog.showModal(),
  undo,
  redo,
  accept: () => proposals.acceptFirst(),
  accept_all: () => proposals.acceptAll(),
};

async function open() {
  const desk = await send("GET", `${place.api}/articles/${place.article}/desk`);
  place.me = desk.me;
  speakFor(desk.me.id);
  place.version = desk.version;
  const { may } = desk.me;
  wireState();
  themes.take(desk);
  await marks.load(desk);
  wireLive(desk.cursor);
  if (may.mark) wireMarking(new Words(desk.words));
  wireHits(text, marks, margin);
  shortcuts.wire(actions, () => popup.open);
  text.root.dataset.ready = "true";
}

wireSheets();
new Progress(text, place);
open().catch((error) => {
  say(error.body ? error.message : gettext("连不上服务器，圈点没有载入；请刷新页面。"), true);
});
