/** How many notes were left unfinished, and the way back to the last of them. */
export function wireDrafts(marking) {
  const line = document.getElementById("drafts");
  const tell = () => {
    const { count } = marking.drafting;
    line.hidden = !count;
    line.querySelector("span").textContent = interpolate(gettext("草稿 %s 处"), [count]);
  };
  marking.addEventListener("drafts", tell);
  line.querySelector("button").addEventListener("click", () => marking.resume());
  tell();
}
