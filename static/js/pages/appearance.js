/** The look of texts: shown at once through attributes of the root element, kept by the server for this person. */
import { send } from "../lib/api.js";

const REST = 400;

export function wireAppearance(page) {
  const form = page.getElementById("appearance");
  if (!form) return;
  let timer = 0;
  form.addEventListener("input", () => {
    const wanted = wantedBy(form);
    show(page.documentElement, wanted);
    for (const output of form.querySelectorAll("output")) output.value = shownOf(output.previousElementSibling);
    clearTimeout(timer);
    timer = setTimeout(() => keep(form, wanted), REST);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** Tenths of a line are shown as lines. */
function shownOf({ name, value }) {
  return name === "leading" ? (value / 10).toFixed(1) : value;
}

function wantedBy(form) {
  const { scheme, typeface, size, leading, width, indent } = form.elements;
  return {
    scheme: scheme.value,
    typeface: typeface.value,
    size: Number(size.value),
    leading: Number(leading.value),
    width: Number(width.value),
    indent: indent.checked,
  };
}

function show(root, { scheme, indent, ...rest }) {
  Object.assign(root.dataset, { appearance: scheme, indent: indent ? "on" : "off", ...rest });
  // What is placed by measuring the text has to measure it again.
  root.dispatchEvent(new Event("appearance", { bubbles: true }));
}

async function keep(form, wanted) {
  const wrong = form.querySelector("[role=alert]");
  try {
    await send("PUT", "/api/me/appearance", wanted, { keepalive: true });
    wrong.hidden = true;
  } catch (error) {
    console.info("appearance not kept", error.message);
    wrong.hidden = false;
  }
}
