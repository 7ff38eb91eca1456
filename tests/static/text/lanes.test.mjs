import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { Lanes } = await load("text/lanes.js");

function lanesOf(...strips) {
  const lanes = new Lanes();
  return strips.map(([start, end]) => lanes.take(start, end));
}

test("marks apart share the first lane", () => {
  assert.deepEqual(lanesOf([0, 2], [2, 4]), [1, 1]);
});
test("overlapping marks are stacked", () => {
  assert.deepEqual(lanesOf([0, 9], [1, 4], [2, 3]), [1, 2, 3]);
});
test("a lane is free again behind its mark", () => {
  assert.deepEqual(lanesOf([0, 9], [1, 4], [5, 6]), [1, 2, 2]);
});
test("twelve at one place have a lane each", () => {
  const deep = Array.from({ length: 12 }, (_, start) => [start, 20]);
  assert.deepEqual(lanesOf(...deep), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
test("one more takes the lane that is free soonest", () => {
  const deep = Array.from({ length: 12 }, (_, start) => [start, start === 4 ? 15 : 20]);
  assert.equal(lanesOf(...deep, [13, 20]).at(-1), 5);
});
