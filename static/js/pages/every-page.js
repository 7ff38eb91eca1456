/** Every page: appearance, exports, search, menus, undo by its keys, questions before what cannot be undone. */
import { wireAppearance } from "./appearance.js";
import { wireExportDialog } from "./export-dialog.js";
import { followExports } from "./export-news.js";
import { wireHelping } from "./helping.js";
import { wireMenus } from "./menus.js";
import { wireSearchBox } from "./search-box.js";
import { wireUndoKeys } from "./undo-keys.js";

wireAppearance(document);
wireMenus(document);
wireSearchBox(document);
wireExportDialog(document, followExports(document));
wireUndoKeys(document);
wireHelping(document);

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
