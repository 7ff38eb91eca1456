/** Every page tells how far this person's exports are, and asks again only while one is under way or has just begun. */

const PAUSE = 3000;
const UNDERWAY = '[data-status="queued"], [data-status="running"]';

/** @return asks now */
export function followExports(page) {
  const news = page.getElementById("export-news");
  const underway = () => news?.querySelector(UNDERWAY);
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    if (underway()) timer = setTimeout(ask, PAUSE);
  };
  const ask = async () => {
    const answer = await fetch(news.dataset.address).catch(() => null);
    if (answer?.ok) {
      const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("export-news");
      if (told) news.replaceChildren(...told.children);
    }
    later();
  };
  later();
  return ask;
}
