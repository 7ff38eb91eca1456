/**
 * Menus are <details>: a click elsewhere or Escape closes them, and Escape gives the focus back. A button anywhere with
 * data-menu opens the one of that id.
 */

export function wireMenus(page) {
  const opened = () => [...page.querySelectorAll("details.menu[open]")];
  const openerOf = (menu) => [...page.querySelectorAll(`[data-menu="${menu.id}"]`)].find(isShown);
  page.addEventListener("click", ({ target }) => {
    const { menu: wanted } = target.closest("[data-menu]")?.dataset ?? {};
    for (const menu of opened()) {
      if (menu.id !== wanted && !menu.contains(target)) menu.open = false;
    }
    if (wanted) toggle(page.getElementById(wanted));
  });
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      menu.open = false;
      (openerOf(menu) ?? menu.querySelector("summary")).focus();
    }
  });
  for (const button of page.querySelectorAll("[data-menu]")) {
    const menu = page.getElementById(button.dataset.menu);
    menu.addEventListener("toggle", () => button.setAttribute("aria-expanded", String(menu.open)));
  }
}

function toggle(menu) {
  menu.open = !menu.open;
  if (menu.open) menu.querySelector(".menu-body :is(input:checked, button, a)")?.focus({ preventScroll: true });
}

function isShown(element) {
  return element.getClientRects().length > 0;
}
