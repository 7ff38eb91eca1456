import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { depthOf, runsOf } = await load("desk/theme-map.js");

test("a tick stands around its place", () => {
  assert.deepEqual(runsOf([{ y: 10, colour: 1 }], 20), [{ colours: [1], from: 8, to: 12 }]);
});
test("where ticks meet they stand side by side", () => {
  const ticks = [{ y: 10, colour: 1 }, { y: 12, colour: 2 }];
  assert.deepEqual(runsOf(ticks, 20), [
    { colours: [1], from: 8, to: 10 },
    { colours: [1, 2], from: 10, to: 12 },
    { colours: [2], from: 12, to: 14 },
  ]);
});
test("six at one place are all drawn", () => {
  const ticks = [1, 2, 3, 4, 5, 6].map((colour) => ({ y: 10, colour }));
  assert.deepEqual(runsOf(ticks, 20), [{ colours: [1, 2, 3, 4, 5, 6], from: 8, to: 12 }]);
});
test("the map is as wide as its deepest place asks for", () => {
  assert.equal(depthOf([{ start: 0, end: 2 }, { start: 2, end: 4 }]), 1);
  assert.equal(depthOf([{ start: 0, end: 9 }, { start: 1, end: 4 }, { start: 2, end: 3 }, { start: 5, end: 6 }]), 3);
});
test("however many ticks, no more is drawn than the map is high", () => {
  const ticks = Array.from({ length: 5000 }, (_, n) => ({ y: n / 50, colour: n % 12 }));
  assert.ok(runsOf(ticks, 100).length <= 100);
});
test("a tick at the edge stays on the map", () => {
  assert.deepEqual(runsOf([{ y: 0, colour: 1 }, { y: 20, colour: 1 }], 20), [
    { colours: [1], from: 0, to: 2 },
    { colours: [1], from: 18, to: 20 },
  ]);
});
