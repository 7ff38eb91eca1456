import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { Mark, newId, unpacked } = await load("marks/mark.js");
const signs = [..."𠮷祥里的居民说🚲，出门就能歇脚"];
const text = { length: signs.length, slice: (start, end) => signs.slice(start, end).join("") };
const ID = "0123456789abcdef0123456789abcdef";
const columns = {
  version: 7,
  me: { id: 2, may: { edit: false, mark: true } },
  people: [{ id: 1, name: "陈" }, { id: 2, name: "李" }],
  marks: {
    ids: ID + ID.replaceAll("0", "f"),
    starts: [0, 4],
    lengths: [3, 2],
    authors: [1, 2],
    created: [10, 20],
    updated: [0, 5],
    notes: { 1: "批注" },
    themes: [[], [3]],
    revisions: [1, 4],
  },
};
const [first, second] = unpacked(text, columns);

test("a mark's words are the text's own, in code points", () => assert.equal(first.exact, "𠮷祥里"));
test("starts are told as steps", () => assert.deepEqual([second.start, second.end, second.exact], [4, 6, "居民"]));
test("ids get their hyphens back", () => assert.equal(first.id, "01234567-89ab-cdef-0123-456789abcdef"));
test("times are told in seconds", () => assert.deepEqual([second.createdAt, second.updatedAt], [20000, 25000]));
test("a coder may edit what is their own", () => assert.deepEqual([first.editable, second.editable], [false, true]));
test("a change makes another mark", () => {
  assert.equal(first.with({ note: "新" }).note, "新");
  assert.equal(first.note, "");
});
test("what is sent has the words around the mark, clamped to the text", () => {
  const body = new Mark(text, { ...second }).body(9);
  assert.equal(body.article, 9);
  assert.equal(body.prefix, "𠮷祥里的");
  assert.equal(body.suffix, "说🚲，出门就能歇脚");
});
test("a new id is a random UUID", () => assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
