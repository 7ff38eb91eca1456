import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { Words, begun, trimmed } = await load("text/words.js");

/** 打通|跨区|、|跨河|的|断点台账 */
const words = new Words("221214");
const sliced = (string) => ({ slice: (start, end) => [...string].slice(start, end).join("") });

test("a range grows to whole words", () => assert.deepEqual(words.snap(3, 6), [2, 7]));
test("a range on word edges stays", () => assert.deepEqual(words.snap(2, 4), [2, 4]));
test("a range to the end stays inside", () => assert.deepEqual(words.snap(9, 12), [8, 12]));
test("the next edge", () => assert.equal(words.after(2), 4));
test("the edge before", () => assert.equal(words.before(4), 2));
test("there is nothing before the start", () => assert.equal(words.before(0), 0));
test("there is nothing after the end", () => assert.equal(words.after(12), 12));
test("a long word has a letter for its length", () => assert.deepEqual(new Words("z1").snap(1, 2), [0, 35]));
test("white space at the ends is left out", () => assert.deepEqual(trimmed(sliced("\n 断点\n"), 0, 5), [2, 4]));
test("white space alone is nothing", () => assert.equal(trimmed(sliced("\n 　"), 0, 3), null));
test("characters outside the BMP count once", () => assert.deepEqual(trimmed(sliced(" 𠮷家 "), 0, 4), [1, 3]));
test("signs that end what stands before are no beginning", () => {
  assert.deepEqual(begun(sliced("、跨河的断点"), 0, 6), [1, 6]);
  assert.deepEqual(begun(sliced("断，” 跨河"), 1, 6), [4, 6]);
});
test("a quotation mark that opens stays", () => assert.deepEqual(begun(sliced("“群”的"), 0, 4), [0, 4]));
test("signs alone stay as they are", () => assert.deepEqual(begun(sliced("断，。点"), 1, 3), [1, 3]));
