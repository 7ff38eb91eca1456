/** Two people changed one mark: both versions are shown, and the reader chooses, one conflict after the other. */
import { cloned, element } from "../lib/dom.js";

let earlier = Promise.resolve();

/** @returns whether to keep mine, null for not now; asked when the page is looked at and no other question is open */
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

function ask({ mine, theirs }, themes) {
  const dialog = cloned("conflict-template");
  dialog.querySelector(".mine").replaceChildren(...shown(mine, themes));
  dialog.querySelector(".theirs").replaceChildren(...shown(theirs, themes));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    let keepMine = null;
    const answer = (mine) => () => {
      keepMine = mine;
      dialog.close();
    };
    dialog.querySelector(".keep-mine").addEventListener("click", answer(true));
    dialog.querySelector(".keep-theirs").addEventListener("click", answer(false));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(keepMine);
    });
  });
}

function shown(mark, themes) {
  if (!mark || mark.gone) return [element("p", "", gettext("（已删除）"))];
  const colour = themes.classOf(mark.themes[0]);
  const names = element("p", `names ${colour}`, themes.namesOf(mark.themes).join("、"));
  return [element("blockquote", colour, mark.exact), names, element("p", "", mark.note)];
}
