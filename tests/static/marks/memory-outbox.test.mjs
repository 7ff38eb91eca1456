import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { MemoryOutbox } = await load("marks/memory-outbox.js");

test("changes come out in the order they went in, each with a key of its own", async () => {
  const outbox = new MemoryOutbox();
  for (const id of ["a", "b", "a"]) await outbox.add({ id });
  const changes = await outbox.all();
  assert.deepEqual(changes.map(({ id }) => id), ["a", "b", "a"]);
  assert.equal(new Set(changes.map(({ key }) => key)).size, 3);
});
test("what is settled is forgotten, and later changes of its mark build on its revision", async () => {
  const outbox = new MemoryOutbox();
  const first = await outbox.add({ id: "a", revision: null });
  await outbox.add({ id: "b", revision: null });
  await outbox.add({ id: "a", revision: null });
  await outbox.settle(first, 4);
  assert.deepEqual((await outbox.all()).map(({ id, revision }) => [id, revision]), [["b", null], ["a", 4]]);
});
test("what is dropped is gone", async () => {
  const outbox = new MemoryOutbox();
  const { key } = await outbox.add({ id: "a" });
  await outbox.drop(key);
  assert.deepEqual([await outbox.all(), await outbox.get(key)], [[], undefined]);
});
