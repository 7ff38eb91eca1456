/** Two people changed one mark: who changed what is said, both versions are shown, and the reader keeps one or both. */
import { cloned, element } from "../lib/dom.js";

/** The buttons, and what each stands for. */
const CHOICES = { "keep-mine": "mine", "keep-theirs": "theirs", "keep-both": "both", later: null };

let earlier = Promise.resolve();

/** @returns "mine", "theirs", "both", null for not now; asked when the page is looked at and no other question is open */
export function askConflict(conflict, themes) {
  earlier = earlier.then(seen).then(() => ask(conflict, themes));
  return earlier;
}

function seen() {
  if (!document.hidden) return undefined;
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true });
  });
}

function ask({ mine, theirs, change, who }, themes) {
  const dialog = cloned("conflict-template");
  const differing = differences(change.before, theirs);
  dialog.querySelector(".what").textContent = sentence(who, theirs, differing);
  dialog.querySelector(".mine").replaceChildren(...shown(mine, themes, differences(theirs, mine)));
  dialog.querySelector(".theirs").replaceChildren(...shown(theirs, themes, differing));
  dialog.querySelector(".keep-both").hidden = !theirs || !mine || mine.gone;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    let choice = null;
    for (const [name, stands] of Object.entries(CHOICES)) {
      dialog.querySelector(`.${name}`).addEventListener("click", () => {
        choice = stands;
        dialog.close();
      });
    }
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(choice);
    });
  });
}

/** Which parts of a mark are not what they were: "place", "themes", "note". */
function differences(before, after) {
  if (!before || !after || after.gone) return [];
  const moved = before.start !== after.start || before.end !== after.end;
  const named = [...before.themes].sort().join() !== [...after.themes].sort().join();
  return [moved && "place", named && "themes", before.note !== after.note && "note"].filter(Boolean);
}

function sentence(who, theirs, differing) {
  const name = who ?? gettext("别人");
  if (!theirs) return interpolate(gettext("%s 把它删了，你这边改了它。"), [name]);
  const words = { place: gettext("位置"), themes: gettext("主题"), note: gettext("批注") };
  const what = differing.map((part) => words[part]).join("、") || gettext("这处圈点");
  return interpolate(gettext("%s 改了%s，你这边也改了它。"), [name, what]);
}

/** @param differing parts that the other side does not have so */
function shown(mark, themes, differing) {
  if (!mark || mark.gone) return [element("p", "", gettext("（已删除）"))];
  const colour = themes.classOf(mark.themes[0]);
  const look = (part, name = "") => (differing.includes(part) ? `${name} changed` : name);
  const names = themes.namesOf(mark.themes).join("、") || gettext("没有主题");
  const parts = [element("blockquote", look("place", colour), mark.exact), element("p", look("themes", `names ${colour}`), names)];
  return [...parts, element("p", look("note"), mark.note)];
}
