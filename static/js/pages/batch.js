/** A batch's page tells its state anew as long as there is something running. */

const PAUSE = 1000;
const parser = new DOMParser();

async function follow() {
  const shown = document.getElementById("batch");
  if (shown.dataset.running !== "true") return;
  try {
    const answer = await fetch(window.location.href);
    const told = answer.ok && parser.parseFromString(await answer.text(), "text/html").getElementById("batch");
    // Left alone while a button has the focus, so that it does not vanish under a finger or a key.
    if (told && !shown.contains(document.activeElement)) shown.replaceWith(told);
  } catch (error) {
    console.info("not reached", error.message);
  }
  setTimeout(follow, PAUSE);
}

setTimeout(follow, PAUSE);
