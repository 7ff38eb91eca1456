/** The link of an invitation goes on the clipboard. */
import { copy } from "../lib/copying.js";
import { toast } from "../lib/status.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const done = await copy(field.value);
    toast(done ? gettext("链接已复制") : gettext("浏览器不让复制，请手动选取。"));
  });
}
