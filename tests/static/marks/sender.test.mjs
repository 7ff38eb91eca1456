/** The queue of changes: in order, without doubles, patient with the line, and fair to other marks. */
import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

globalThis.document ??= Object.assign(new EventTarget(), { cookie: "", hidden: false });
globalThis.window ??= new EventTarget();
globalThis.gettext = (text) => text;
globalThis.navigator ??= {};

const { Sender } = await load("marks/sender.js");
const { Line } = await load("desk/connection.js");

/** What outbox.js promises, without IndexedDB. */
function outboxOf(...changes) {
  const kept = new Map(changes.map((change, key) => [key, { key, method: "PUT", revision: null, body: {}, ...change }]));
  return {
    all: async () => [...kept.values()],
    get: async (key) => kept.get(key),
    async settle({ key, id }, revision) {
      kept.delete(key);
      for (const later of kept.values()) if (later.id === id) kept.set(later.key, { ...later, revision });
    },
  };
}

/** A server that answers each request with the next status; what it was asked is kept. */
function serve(...answers) {
  const asked = [];
  globalThis.fetch = async (path, { method, headers }) => {
    asked.push(`${method} ${path.split("/").at(-1)} ${headers["If-Match"] ?? ""}`.trim());
    const status = answers[asked.length - 1] ?? 200;
    if (!status) throw new TypeError("no network");
    const body = JSON.stringify({ revision: asked.length, error: { code: "", message: "refused" } });
    return new Response(body, { status, headers: { ETag: `"${asked.length}"` } });
  };
  return asked;
}

function senderOf(outbox) {
  const sender = new Sender(outbox, new Line(), { api: "/api", name: "test" });
  const told = [];
  for (const name of ["kept", "refused", "overtaken"]) {
    sender.addEventListener(name, ({ detail }) => told.push(`${name} ${detail.change.id}`));
  }
  return { sender, told };
}

test("changes are sent in order and once", async () => {
  const asked = serve();
  const { sender, told } = senderOf(outboxOf({ id: "a" }, { id: "b" }));
  await Promise.all([sender.wake(), sender.wake()]);
  assert.deepEqual(asked, ["PUT a", "PUT b"]);
  assert.deepEqual(told, ["kept a", "kept b"]);
});

test("a later change of a mark builds on the revision that the first led to", async () => {
  const asked = serve();
  await senderOf(outboxOf({ id: "a" }, { id: "a" }, { id: "a", method: "DELETE" })).sender.wake();
  assert.deepEqual(asked, ["PUT a", 'PUT a "1"', 'DELETE a "2"']);
});

test("a failing line stops the queue, says so, and is tried again after a growing wait", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = serve(0, 503);
  const { sender, told } = senderOf(outboxOf({ id: "a" }, { id: "b" }));
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  await sender.wake();
  assert.equal(sender.line.state, "offline");
  assert.deepEqual(asked, ["PUT a"]);
  context.mock.timers.tick(1000);
  await settle();
  assert.deepEqual(asked, ["PUT a", "PUT a"]);
  context.mock.timers.tick(1999);
  await settle();
  assert.equal(asked.length, 2);
  context.mock.timers.tick(1);
  await settle();
  assert.deepEqual(told, ["kept a", "kept b"]);
  assert.equal(sender.line.state, "open");
});

test("a refused change holds back its own mark alone, until it is released", async () => {
  const asked = serve(422);
  const { sender, told } = senderOf(outboxOf({ id: "a" }, { id: "a" }, { id: "b" }));
  await sender.wake();
  assert.deepEqual(told, ["refused a", "kept b"]);
  await sender.release("a");
  assert.deepEqual(asked.slice(2).map((one) => one.slice(0, 5)), ["PUT a", "PUT a"]);
});

test("what somebody else's change overtook is told as that", async () => {
  serve(412);
  const { sender, told } = senderOf(outboxOf({ id: "a", revision: 1 }));
  await sender.wake();
  assert.deepEqual(told, ["overtaken a"]);
});

test("a busy server is asked again when it said", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [];
  globalThis.fetch = async (path) => {
    asked.push(path);
    const busy = asked.length === 1;
    return new Response("{}", { status: busy ? 503 : 200, headers: busy ? { "Retry-After": "5" } : { ETag: '"1"' } });
  };
  const { sender, told } = senderOf(outboxOf({ id: "a" }));
  await sender.wake();
  context.mock.timers.tick(4900);
  await new Promise((done) => setImmediate(done));
  assert.equal(asked.length, 1);
  context.mock.timers.tick(200);
  await sender.wake();
  assert.deepEqual(told, ["kept a"]);
  assert.ok(asked.length >= 2);
});
