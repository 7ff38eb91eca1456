import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { runsOf } = await load("desk/theme-map.js");

test("a tick stands around its place", () => {
  assert.deepEqual(runsOf([{ y: 10, colour: 1 }], 20), [{ colour: 1, from: 8, to: 12 }]);
});
test("where ticks meet the earlier covers the later", () => {
  const ticks = [{ y: 10, colour: 1 }, { y: 12, colour: 2 }];
  assert.deepEqual(runsOf(ticks, 20), [{ colour: 1, from: 8, to: 12 }, { colour: 2, from: 12, to: 14 }]);
});
test("however many ticks, no more is drawn than the map is high", () => {
  const ticks = Array.from({ length: 5000 }, (_, n) => ({ y: n / 50, colour: n % 12 }));
  assert.ok(runsOf(ticks, 100).length <= 100);
});
test("a tick at the edge stays on the map", () => {
  assert.deepEqual(runsOf([{ y: 0, colour: 1 }, { y: 20, colour: 1 }], 20), [
    { colour: 1, from: 0, to: 2 },
    { colour: 1, from: 18, to: 20 },
  ]);
});
