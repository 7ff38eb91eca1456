/** Light, dark or the system's choice: kept in a cookie, so that the next page is right from its first paint. */

const YEAR = 365 * 24 * 3600;

export function wireAppearance(page) {
  const root = page.documentElement;
  const buttons = [...page.querySelectorAll("[data-appearance-choice]")];
  const show = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.appearanceChoice === root.dataset.appearance));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      root.dataset.appearance = button.dataset.appearanceChoice;
      page.cookie = `appearance=${root.dataset.appearance}; path=/; max-age=${YEAR}; samesite=lax`;
      show();
    });
  }
  show();
}
