import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { Ordered } = await load("marks/order.js");
const mark = (id, start, end) => ({ id, start, end, createdAt: 0 });
const ids = (marks) => marks.map(({ id }) => id).join("");

function ordered(...marks) {
  const order = new Ordered();
  order.fill(marks);
  return order;
}

test("marks stand by start, then end, then id", () => {
  assert.equal(ids(ordered(mark("d", 5, 9), mark("c", 2, 8), mark("b", 2, 3), mark("a", 2, 3)).rows), "abcd");
});
test("one is put in where it belongs and taken out again", () => {
  const order = ordered(mark("a", 0, 2), mark("c", 8, 9));
  const added = mark("b", 4, 5);
  order.put(added);
  assert.equal(ids(order.rows), "abc");
  assert.equal(order.placeOf(added), 1);
  order.take(added);
  assert.equal(ids(order.rows), "ac");
  assert.equal(order.placeOf(added), -1);
});
test("taking out one that is not there takes out no other", () => {
  const order = ordered(mark("a", 0, 2));
  order.take(mark("b", 0, 2));
  assert.equal(ids(order.rows), "a");
});
test("the first from an offset on is found, and none behind the last", () => {
  const order = ordered(mark("a", 0, 2), mark("b", 4, 9), mark("c", 4, 5));
  assert.deepEqual([0, 1, 4, 5].map((offset) => order.firstFrom(offset)), [0, 1, 1, 3]);
});
test("an offset has the marks that cover it, however far back they begin", () => {
  const order = ordered(mark("a", 0, 100), mark("b", 4, 6), mark("c", 5, 7), mark("d", 6, 8));
  assert.equal(ids(order.at(5)), "abc");
  assert.equal(ids(order.at(6)), "acd");
  assert.equal(ids(order.at(100)), "");
});
test("a longer mark that is put in later is found as well", () => {
  const order = ordered(mark("b", 50, 52));
  order.put(mark("a", 0, 60));
  assert.equal(ids(order.at(51)), "ab");
});
test("putting in and taking out many leaves what sorting would", () => {
  const order = new Ordered();
  const marks = Array.from({ length: 300 }, (_, n) => mark(`m${n}`, (n * 7919) % 101, ((n * 7919) % 101) + 1 + (n % 5)));
  for (const one of marks) order.put(one);
  for (const one of marks.filter((_, n) => n % 3 === 0)) order.take(one);
  const left = ordered(...marks.filter((_, n) => n % 3));
  assert.equal(ids(order.rows), ids(left.rows));
});
