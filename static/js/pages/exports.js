/** The list of exports follows their progress while one is being written. */

const PAUSE = 2000;
const list = document.getElementById("exports");

function unfinished() {
  return list.querySelector('[data-status="queued"], [data-status="running"]');
}

async function follow() {
  if (!unfinished()) return;
  const answer = await fetch(window.location.href).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...page.getElementById("exports").children);
  }
  setTimeout(follow, PAUSE);
}

setTimeout(follow, PAUSE);
