/** Clicking or pointing at painted text: the mark there comes to the fore; where several overlap they are offered. */
import { element } from "../lib/dom.js";
import { paint } from "./painting.js";
import { offsetAt } from "./points.js";

export class Hits {
  #waiting = false;

  #pointed = "";

  constructor(text, shown, margin) {
    Object.assign(this, { text, shown, margin });
    text.root.addEventListener("click", (event) => this.#click(event));
    text.root.addEventListener("pointermove", (event) => this.#move(event));
    text.root.addEventListener("pointerleave", () => this.#point([]));
    document.addEventListener("pointerdown", ({ target }) => target.closest(".choose") ?? this.#close());
  }

  /** Open what is marked at an offset; `point` is where to offer several. */
  open(offset, point) {
    const marks = this.shown.at(offset);
    if (marks.length > 1) this.#offer(marks, point);
    else this.margin.activate(marks[0]?.id ?? null, { focus: point.focus && marks.length > 0 });
    if (marks.length) document.dispatchEvent(new Event("show-notes"));
    return marks.length > 0;
  }

  #click(event) {
    if (!document.getSelection().isCollapsed) return;
    const offset = offsetAt(this.text, event.clientX, event.clientY);
    if (offset === null) this.margin.activate(null);
    else this.open(offset, { x: event.pageX, y: event.pageY + 14 });
  }

  #move({ clientX, clientY, buttons }) {
    if (this.#waiting || buttons) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      const offset = offsetAt(this.text, clientX, clientY);
      this.#point(offset === null ? [] : this.shown.at(offset));
    });
  }

  #point(marks) {
    const pointed = marks.map((mark) => mark.id).join();
    if (pointed === this.#pointed) return;
    this.#pointed = pointed;
    paint("hover", marks.flatMap(({ start, end }) => this.text.ranges(start, end)));
    this.margin.hover(marks.map((mark) => mark.id));
    this.text.root.classList.toggle("on-mark", marks.length > 0);
  }

  #offer(marks, { x, y }) {
    this.#close();
    const list = element("div", "choose");
    list.setAttribute("role", "menu");
    list.setAttribute("aria-label", gettext("这里有几处圈点"));
    list.append(...marks.map((mark) => this.#choice(mark)));
    list.addEventListener("keydown", (event) => this.#key(event));
    document.getElementById("main").append(list);
    list.style.left = `${Math.max(12, Math.min(x, window.innerWidth - list.offsetWidth - 12))}px`;
    list.style.top = `${y}px`;
    list.querySelector("button").focus({ preventScroll: true });
  }

  #choice(mark) {
    const button = element("button", this.margin.themes.classOf(mark.themes[0]));
    button.type = "button";
    button.setAttribute("role", "menuitem");
    const names = this.margin.themes.namesOf(mark.themes).join("、") || gettext("没有主题");
    button.append(element("span", "dot"), element("span", "names", names), element("span", "words", mark.exact));
    button.addEventListener("focus", () => paint("active", this.text.ranges(mark.start, mark.end)));
    button.addEventListener("click", () => {
      this.#close();
      this.margin.activate(mark.id, { focus: true });
    });
    return button;
  }

  #key(event) {
    const items = [...event.currentTarget.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      this.#close();
      this.text.root.focus({ preventScroll: true });
      this.margin.activate(null);
    } else return;
    event.preventDefault();
  }

  #close() {
    document.querySelector(".choose")?.remove();
  }
}
