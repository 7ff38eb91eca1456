/** Finding a theme by what is typed: its characters, its sound, or the initials of its sound. */

/** At which syllable the letters can be read off, -1 for nowhere : "xzscl", "xinzhi" and "xzhishengcl" alike. */
export function soundAt(letters, syllables) {
  return syllables.findIndex((_, first) => reads(letters, syllables, first));
}

function reads(letters, syllables, place) {
  if (!letters) return true;
  return (syllables[place] ?? []).some((syllable) => {
    for (let length = common(letters, syllable); length > 0; length -= 1) {
      if (reads(letters.slice(length), syllables, place + 1)) return true;
    }
    return false;
  });
}

function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** How well a theme answers, smaller is better: its name, its path, its sound; null when it does not. */
function rank(theme, wanted, letters) {
  const name = theme.name.toLowerCase();
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  const sound = letters ? soundAt(letters, theme.pinyin.split(" ").map((one) => one.split("/"))) : -1;
  if (sound === 0) return 3;
  if (theme.path.join("/").toLowerCase().includes(wanted)) return 4;
  return sound > 0 ? 5 : null;
}

/** The themes that answer to what was typed, the best first, as they stand among equals. */
export function matching(themes, typed) {
  const wanted = typed.trim().toLowerCase();
  const letters = wanted.replace(/[\s'’]+/g, "").replaceAll("ü", "v");
  return themes
    .map((theme) => ({ theme, rank: rank(theme, wanted, letters) }))
    .filter((row) => row.rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .map((row) => row.theme);
}
