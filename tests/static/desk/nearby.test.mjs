import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { nearby } = await load("desk/nearby.js");

test("the marks near the window have cards", () => {
  assert.deepEqual(nearby({ near: [2, 5], top: 3, active: -1, count: 90 }), { places: [2, 3, 4], dense: false });
});
test("the active mark and its neighbours have them too, wherever the window is", () => {
  const { places } = nearby({ near: [50, 52], top: 50, active: 1, count: 90 });
  assert.deepEqual(places, [0, 1, 2, 3, 4, 5, 50, 51]);
});
test("of a dense text those from the top of the window on, and a few above it", () => {
  const { places, dense } = nearby({ near: [100, 300], top: 150, active: -1, count: 5000 });
  assert.ok(dense);
  assert.deepEqual([places[0], places.length], [146, 32]);
});
test("a dense text ends with its last mark", () => {
  assert.equal(nearby({ near: [4900, 5000], top: 4990, active: -1, count: 5000 }).places.at(-1), 4999);
});
