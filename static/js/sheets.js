/** On a phone the outline and the notes are sheets over the text, opened from the bar at the thumb. */

export function wireSheets() {
  const buttons = [...document.querySelectorAll("[data-sheet]")];
  const sheet = (button) => document.getElementById(button.dataset.sheet);
  const set = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    sheet(button).classList.toggle("open", open);
  };
  const close = () => buttons.forEach((button) => set(button, false));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      close();
      set(button, open);
    });
  }
  document.getElementById("text").addEventListener("pointerdown", close);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
}
