/** Every page tells how far this person's exports are, and asks again only while one is under way. */

const PAUSE = 3000;
const UNDERWAY = '[data-status="queued"], [data-status="running"]';

export function followExports(page) {
  const news = page.getElementById("export-news");
  const underway = () => news?.querySelector(UNDERWAY);
  const ask = async () => {
    const answer = await fetch(news.dataset.address).catch(() => null);
    if (answer?.ok) {
      const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("export-news");
      if (told) news.replaceChildren(...told.children);
    }
    if (underway()) setTimeout(ask, PAUSE);
  };
  if (underway()) setTimeout(ask, PAUSE);
}
