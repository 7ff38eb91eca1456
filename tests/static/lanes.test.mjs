import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./modules.mjs";

const { lanesOf } = await load("lanes.js");

test("marks apart share the first lane", () => {
  assert.deepEqual(lanesOf([{ start: 0, end: 2 }, { start: 2, end: 4 }]), [1, 1]);
});
test("overlapping marks are stacked", () => {
  assert.deepEqual(lanesOf([{ start: 0, end: 9 }, { start: 1, end: 4 }, { start: 2, end: 3 }]), [1, 2, 3]);
});
test("a lane is free again behind its mark", () => {
  assert.deepEqual(lanesOf([{ start: 0, end: 9 }, { start: 1, end: 4 }, { start: 5, end: 6 }]), [1, 2, 2]);
});
test("the last lane takes what is left over", () => {
  const strips = [0, 1, 2, 3].map((start) => ({ start, end: 10 }));
  assert.deepEqual(lanesOf(strips), [1, 2, 3, 3]);
});
