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
test("the last lane takes what is left over", () => {
  assert.deepEqual(lanesOf([0, 10], [1, 10], [2, 10], [3, 10]), [1, 2, 3, 3]);
});
