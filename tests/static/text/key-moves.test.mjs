import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { AFTER, BEFORE, unitOf } = await load("text/key-moves.js");
const { Words } = await load("text/words.js");

/** 打通|断点|。 and, behind the newline, 𠮷祥|里|。 */
const words = new Words("221" + "1" + "211");
const sentences = [[0, 5], [6, 10]];
const blocks = [{ start: 0, end: 5 }, { start: 6, end: 10 }];
const text = {
  length: 10,
  blockAt: (offset) => blocks[offset < 6 ? 0 : 1],
  sentenceAt: (offset) => sentences[offset < 5 ? 0 : 1],
};
const place = { text, words };

test("the modifiers say how far a key goes", () => {
  assert.equal(unitOf({}), "word");
  assert.equal(unitOf({ altKey: true }), "character");
  assert.equal(unitOf({ ctrlKey: true }), "sentence");
  assert.equal(unitOf({ metaKey: true }), "sentence");
});
test("by word", () => {
  assert.equal(AFTER.word(place, 0), 2);
  assert.equal(AFTER.word(place, 1), 2);
  assert.equal(BEFORE.word(place, 4), 2);
});
test("by character, and not out of the text", () => {
  assert.equal(AFTER.character(place, 10), 10);
  assert.equal(BEFORE.character(place, 0), 0);
  assert.equal(AFTER.character(place, 3), 4);
});
test("by sentence, and into the next paragraph", () => {
  assert.equal(AFTER.sentence(place, 1), 5);
  assert.equal(AFTER.sentence(place, 5), 10);
  assert.equal(BEFORE.sentence(place, 3), 0);
  assert.equal(BEFORE.sentence(place, 6), 0);
});
