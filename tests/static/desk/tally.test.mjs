import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { NONE, tally } = await load("desk/tally.js");

test("marks are counted by theme, those without under none", () => {
  const { themes } = tally([{ themes: [1, 2] }, { themes: [2] }, { themes: [] }]);
  assert.deepEqual([...themes], [[1, 1], [2, 2], [NONE, 1]]);
});
test("people are told once, those who left as none", () => {
  const { people } = tally([{ themes: [], author: { id: 3, name: "甲" } }, { themes: [], author: { id: 3, name: "甲" } }, { themes: [], author: null }]);
  assert.deepEqual([...people], [["3", "甲"], [NONE, undefined]]);
});
