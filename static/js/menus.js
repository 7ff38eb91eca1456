/** Menus are <details>: a click elsewhere or Escape closes them, and Escape gives the focus back. */

export function wireMenus(page) {
  const opened = () => [...page.querySelectorAll("details.menu[open]")];
  page.addEventListener("click", (event) => {
    for (const menu of opened()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
