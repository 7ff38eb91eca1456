/** How far a key goes from an offset: one character with Alt, a sentence with Ctrl or ⌘, else a word. */

export function unitOf({ altKey, ctrlKey, metaKey }) {
  if (altKey) return "character";
  return ctrlKey || metaKey ? "sentence" : "word";
}

export const BEFORE = {
  character: (_, from) => Math.max(0, from - 1),
  word: ({ words }, from) => words.before(from),
  sentence: ({ text }, from) => text.sentenceAt(from > text.blockAt(from).start ? from - 1 : Math.max(0, from - 2))[0],
};
export const AFTER = {
  character: ({ text }, from) => Math.min(text.length, from + 1),
  word: ({ words }, from) => words.after(from),
  sentence: ({ text }, from) => {
    const [, end] = text.sentenceAt(from);
    return end > from ? end : text.sentenceAt(Math.min(text.length - 1, text.blockAt(from).end + 1))[1];
  },
};
