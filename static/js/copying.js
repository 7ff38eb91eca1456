/** A quote on the clipboard, with the entry of a reference list that says where it stands. */

export async function copyQuote(quote, citation, number) {
  const place = interpolate(gettext("第 %s 段"), [number]);
  await copy(`“${quote.replaceAll("\n", "")}”（${citation.replace(/\.$/, "")}，${place}）`);
}

async function copy(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  // Where the page is not served securely there is no clipboard but this one.
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = words;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  focused?.focus();
  return undefined;
}
