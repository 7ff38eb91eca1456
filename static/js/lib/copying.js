/** Words on the clipboard; a quote with the entry of a reference list that says where it stands. */
import { toast } from "./status.js";

export async function copyQuote(quote, citation, number) {
  const place = interpolate(gettext("第 %s 段"), [number]);
  const done = await copy(`“${quote.replaceAll("\n", "")}”（${citation.replace(/\.$/, "")}，${place}）`);
  toast(done ? gettext("引文和出处已复制") : gettext("浏览器不让复制，请手动选取。"));
}

/** Whether it was copied. A page that is not served securely has no clipboard but a selection's. */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return bySelection(words);
  }
}

function bySelection(words) {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = words;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return done;
}
