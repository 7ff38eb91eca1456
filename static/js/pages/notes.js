/** The notes page: notes and memos edited in place, quotes copied with their citation. */
import { send } from "../lib/api.js";
import { copyQuote } from "../lib/copying.js";
import { Drafts } from "../lib/drafts.js";
import { editInPlace, sentence } from "./edit-in-place.js";
import { wireFilterForm } from "./filter-form.js";
import { toast } from "../lib/status.js";

document.body.classList.add("live");

/** A note is changed on the mark as it is now: somebody may have moved or tagged it since the page was made. */
async function editNote(note) {
  const { address } = note.dataset;
  let mark = await send("GET", address);
  const shown = note.querySelector(".note-text");
  editInPlace(shown, mark.note, gettext("批注"), async (text) => {
    const { version, start, end, exact, prefix, suffix, themes } = mark;
    const place = { article: Number(note.dataset.article), version, start, end, exact, prefix, suffix, themes };
    const kept = await send("PUT", address, { ...place, note: text }, { revision: mark.revision }).catch((error) => {
      if (error.status === 412 && error.body.current) mark = error.body.current;
      throw overtaken(error, mark.note);
    });
    name(note.querySelector(".edit-note"), kept.note);
    return kept.note;
  }, draftOf(address, mark.id, { article: Number(note.dataset.article), mark: mark.id, themes: mark.themes }));
}

function editMemo(memo) {
  const shown = memo.querySelector(".memo-text");
  editInPlace(shown, shown.textContent, gettext("备忘"), async (text) => {
    const kept = await send("PUT", memo.dataset.memo, { text, revision: Number(memo.dataset.revision) }).catch((error) => {
      if (error.status === 412) memo.dataset.revision = error.body.revision;
      throw overtaken(error, error.body?.current);
    });
    memo.dataset.revision = kept.revision;
    name(memo.querySelector(".edit-memo"), kept.text);
    return kept.text;
  }, draftOf(memo.dataset.memo, memo.dataset.memo));
}

/** Where what is typed lies until it is kept: under its address, or its mark as on the article's page. */
function draftOf(address, about, fields = {}) {
  const drafts = new Drafts(address.split("/")[3]);
  return {
    said: drafts.get(about)?.note,
    put: (note) => drafts.put(about, { ...fields, note }),
    drop: () => drafts.drop(about),
  };
}

/** Somebody else was faster: the error tells what stands there now. */
function overtaken(error, now) {
  return error.status === 412 ? Object.assign(error, { now }) : error;
}

/** A button says whether there is something to change yet. */
function name(button, text) {
  button.textContent = text ? button.dataset.change : button.dataset.write;
}

function copy(button) {
  const quote = button.closest(".note-row").querySelector("mark").textContent;
  return copyQuote(quote, button.dataset.citation, button.dataset.paragraph);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches(".edit-note")) {
    editNote(button.closest(".note-row")).catch((error) => toast(sentence(error)));
  } else if (button?.matches(".edit-memo")) editMemo(button.closest(".memo"));
  else if (button?.matches(".copy")) copy(button);
});

for (const form of document.querySelectorAll(".notes-filters, .kind")) wireFilterForm(form);
