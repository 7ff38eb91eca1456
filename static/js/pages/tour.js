/** The tour: five steps in a corner, each with what it speaks of outlined; it is in nobody's way. */
import { send } from "../lib/api.js";

const tour = document.getElementById("tour");
const steps = [...tour.querySelector("template").content.querySelectorAll("section")];
const part = (name) => tour.querySelector(name);
let at = 0;
let opener = null;

export function startTour() {
  opener = document.activeElement;
  show(0);
  tour.show();
  part("h2").focus({ preventScroll: true });
}

function show(place) {
  at = place;
  const { dataset, textContent } = steps[at];
  part(".tour-count").textContent = `${at + 1} / ${steps.length}`;
  part("h2").textContent = dataset.title;
  part(".tour-words").textContent = textContent;
  part(".back").hidden = at === 0;
  part(".skip-tour").hidden = at === steps.length - 1;
  part(".next").textContent = part(at === steps.length - 1 ? ".done-label" : ".next-label").textContent;
  outline(dataset.at);
}

/** What the step speaks of, where this page shows it. */
function outline(name) {
  document.querySelector(".toured")?.classList.remove("toured");
  const shown = [...document.querySelectorAll(`[data-tour="${name}"]`)].find((one) => one.getClientRects().length);
  shown?.classList.add("toured");
  shown?.scrollIntoView({ block: "nearest" });
}

/** Seen or put away, it does not come by itself again; where that cannot be kept, it comes once more. */
async function end() {
  outline("");
  tour.close();
  opener?.focus({ preventScroll: true });
  await send("PUT", "/api/me/toured").catch((error) => console.info("tour", error.message));
}

part(".next").addEventListener("click", () => (at === steps.length - 1 ? end() : show(at + 1)));
part(".back").addEventListener("click", () => show(at - 1));
part(".skip-tour").addEventListener("click", end);
tour.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  end();
});
