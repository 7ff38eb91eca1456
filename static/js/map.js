/** The theme map beside the scrollbar: a tick for every mark, and where the window stands. */
import { element } from "./dom.js";

export class ThemeMap {
  constructor(text, marks, themes) {
    Object.assign(this, { text, marks, themes });
    this.strip = document.getElementById("map");
    this.view = element("span", "view");
    window.addEventListener("scroll", () => this.follow(), { passive: true });
    window.addEventListener("resize", () => this.render());
  }

  render() {
    const height = document.documentElement.scrollHeight;
    const ticks = this.marks.all.map((mark) => {
      const tick = element("a");
      const colour = this.themes.colourOf(mark.themes[0]);
      tick.className = `t${colour === "plain" ? "-plain" : colour}`;
      tick.href = `#p${this.text.numberOf(mark.start)}`;
      tick.tabIndex = -1;
      const top = this.text.ranges(mark.start, mark.end)[0].getBoundingClientRect().top + window.scrollY;
      tick.style.top = `${(100 * top) / height}%`;
      return tick;
    });
    this.strip.replaceChildren(this.view, ...ticks);
    this.follow();
  }

  follow() {
    const height = document.documentElement.scrollHeight;
    this.view.style.top = `${(100 * window.scrollY) / height}%`;
    this.view.style.height = `${(100 * window.innerHeight) / height}%`;
  }
}
