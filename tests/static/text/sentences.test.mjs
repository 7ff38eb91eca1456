import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { load } from "../modules.mjs";

const { sentences } = await load("text/sentences.js");
const vectors = JSON.parse(await readFile(new URL("../../vectors/sentences.json", import.meta.url), "utf-8"));

for (const { text, sentences: expected } of vectors) {
  test(`sentences of ${JSON.stringify(text.slice(0, 20))}`, () => {
    const signs = [...text];
    assert.deepEqual(sentences(signs).map(([start, end]) => signs.slice(start, end).join("")), expected);
  });
}

test("a quotation that never closes gives in", () => {
  const signs = [...`“${"路".repeat(220)}。好。`];
  assert.equal(sentences(signs).length, 2);
});
