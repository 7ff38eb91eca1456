/** The dialog in which notes are exported: it sends the file, or says that it is being written meanwhile. */

/** @param told called when an export has begun in the background */
export function wireExportDialog(page, told) {
  const dialog = page.getElementById("export-dialog");
  if (!dialog) return;
  const form = dialog.querySelector(".export-form");
  recall(form);
  for (const opener of page.querySelectorAll("[data-export]")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(dialog, form);
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.ariaBusy) write(form, dialog, told);
  });
}

function open(dialog, form) {
  say(form, "");
  dialog.showModal();
  chosen(form).focus();
}

async function write(form, dialog, told) {
  keep(form);
  form.ariaBusy = "true";
  say(form, "writing");
  try {
    const answer = await fetch(address(form));
    const file = answer.headers.get("Content-Disposition");
    if (file) {
      await save(answer, file);
      dialog.close();
    } else if (answer.ok && (await begin(form))) {
      say(form, "begun");
      told();
    } else say(form, "refused");
  } catch {
    say(form, "away");
  }
  form.ariaBusy = null;
}

function address(form) {
  const asked = new URLSearchParams(form.elements.query.value);
  if (form.elements.people.checked) asked.set("people", "1");
  return `${chosen(form).dataset.address}?${asked}`;
}

async function begin(form) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  return answer.ok;
}

async function save(answer, disposition) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameIn(disposition);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file's name in the header, which has it in UTF-8 where it is not ASCII. */
function nameIn(disposition) {
  const [, encoded] = disposition.match(/filename\*=utf-8''([^;]+)/i) ?? [];
  return encoded ? decodeURIComponent(encoded) : (disposition.match(/filename="([^"]*)"/)?.[1] ?? "");
}

function say(form, what) {
  const words = form.dataset[what] ?? "";
  form.querySelector(".said").textContent = words.replace("{label}", chosen(form).dataset.label);
}

function chosen(form) {
  return form.querySelector("[name=format]:checked");
}

/** The last choice is remembered in this browser, for each person. */
function keyOf(form) {
  return `export-${form.dataset.person}`;
}

function keep(form) {
  const { format, people } = form.elements;
  localStorage.setItem(keyOf(form), JSON.stringify({ format: format.value, people: people.checked }));
}

function recall(form) {
  const kept = JSON.parse(localStorage.getItem(keyOf(form)) ?? "{}");
  const format = [...form.elements.format].find(({ value }) => value === kept.format);
  if (!format) return;
  format.checked = true;
  form.elements.people.checked = kept.people;
  const more = format.closest("details");
  if (more) more.open = true;
}
