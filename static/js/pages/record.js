/** The cleaning record: changes are sent without leaving the place. */

const parser = new DOMParser();

/** The record as the server now tells it takes the place of the one shown; the page stays where it was. */
async function change(form, button) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
  if (!answer.ok) throw new Error(String(answer.status));
  window.history.replaceState(null, "", answer.url);
  const told = parser.parseFromString(await answer.text(), "text/html");
  document.getElementById("main").replaceWith(told.getElementById("main"));
  document.querySelector(".messages")?.remove();
  const messages = told.querySelector(".messages");
  if (messages) document.getElementById("main").before(messages);
}

/** After the change the focus is on the same row's way back, so that the keyboard does not start over. */
function focusRow(row) {
  const place = row && document.querySelector(`#row-${CSS.escape(row)}`);
  (place?.querySelector("button") ?? place?.closest(".cut")?.querySelector("button"))?.focus({ preventScroll: true });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest(".record") || event.defaultPrevented) return;
  event.preventDefault();
  const button = event.submitter;
  const row = button?.name === "row" ? button.value : "";
  try {
    await change(form, button);
    focusRow(row);
  } catch {
    // The plain way leads to a page that says what is wrong.
    HTMLFormElement.prototype.submit.call(withButton(form, button));
  }
});

/** A form sent by script leaves its button out. */
function withButton(form, button) {
  if (!button?.name) return form;
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name: button.name, value: button.value });
  form.append(input);
  return form;
}
