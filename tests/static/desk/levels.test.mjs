import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { arranged } = await load("desk/levels.js");
const NONE = -1;

test("cards stand level with their passages", () => {
  assert.deepEqual(arranged([0, 200, 400], [50, 50, 50], NONE), [0, 200, 400]);
});
test("a card that would lie on another goes below it", () => {
  assert.deepEqual(arranged([0, 10, 300], [50, 50, 50], NONE), [0, 64, 300]);
});
test("the active card keeps its level and pushes the earlier ones up", () => {
  assert.deepEqual(arranged([100, 110, 120], [20, 20, 20], 2), [52, 86, 120]);
});
test("the active card pushes the later ones down", () => {
  assert.deepEqual(arranged([0, 10, 20], [50, 50, 50], 0), [0, 64, 128]);
});
test("no card leaves the page at its top, whichever is active", () => {
  assert.deepEqual(arranged([0, 5, 10], [50, 50, 50], 2), [0, 64, 128]);
});
test("no cards need no place", () => assert.deepEqual(arranged([], [], NONE), []));
test("no two cards ever overlap", () => {
  const levels = Array.from({ length: 40 }, (_, place) => Math.floor(place / 3) * 17);
  const heights = levels.map((_, place) => 20 + (place % 5) * 9);
  for (let active = NONE; active < levels.length; active += 1) {
    const tops = arranged(levels, heights, active);
    for (let place = 1; place < tops.length; place += 1) {
      assert.ok(tops[place] >= tops[place - 1] + heights[place - 1], `active ${active}, card ${place}`);
    }
  }
});
