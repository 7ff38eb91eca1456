/** Every page: appearance, exports, menus that close, questions before what cannot be undone. */
import { wireAppearance } from "./appearance.js";
import { wireExportDialog } from "./export-dialog.js";
import { followExports } from "./export-news.js";
import { wireMenus } from "./menus.js";
import { wireSearchBox } from "./search-box.js";

wireAppearance(document);
wireMenus(document);
wireSearchBox(document);
wireExportDialog(document, followExports(document));

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
