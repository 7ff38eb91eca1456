/** How the marks are spread over themes and people. */

/** Stands for marks without themes, and for people who have left. */
export const NONE = "none";

/** @returns {themes: how many marks each has, by id, people: their names, by id as text} */
export function tally(marks) {
  const themes = new Map();
  const people = new Map();
  for (const { themes: ids, author } of marks) {
    for (const id of ids.length ? ids : [NONE]) themes.set(id, (themes.get(id) ?? 0) + 1);
    people.set(String(author?.id ?? NONE), author?.name);
  }
  return { themes, people };
}
