import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { load } from "../modules.mjs";

const { codePointsOf, unitsOf } = await load("text/offsets.js");
const vectors = JSON.parse(await readFile(new URL("../../vectors/offsets.json", import.meta.url), "utf-8"));

for (const { text, codepoints, utf16 } of vectors) {
  test(`offsets of ${JSON.stringify(text.slice(0, 20))}`, () => {
    codepoints.forEach((codepoint, place) => {
      assert.equal(unitsOf(text, codepoint), utf16[place]);
      assert.equal(codePointsOf(text, utf16[place]), codepoint);
    });
  });
}
