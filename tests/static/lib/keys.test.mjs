import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { capsOf, keyOf } = await load("lib/keys.js");
const z = { key: "z", code: "KeyZ" };

test("a letter", () => assert.equal(keyOf(z), "z"));
test("Caps Lock does not make Shift", () => assert.equal(keyOf({ ...z, key: "Z", ctrlKey: true }), "mod+z"));
test("Shift is what Shift says", () => assert.equal(keyOf({ ...z, key: "Z", ctrlKey: true, shiftKey: true }), "mod+shift+z"));
test("Caps Lock with Shift is Shift", () => assert.equal(keyOf({ ...z, metaKey: true, shiftKey: true }), "mod+shift+z"));
test("a sign goes by itself", () => assert.equal(keyOf({ key: "?", code: "Slash", shiftKey: true }), "?"));
test("another script's letter goes by its place", () => assert.equal(keyOf({ key: "я", code: "KeyZ" }), "z"));
test("the letter counts, not its place", () => assert.equal(keyOf({ key: "a", code: "KeyQ" }), "a"));
test("a named key", () => assert.equal(keyOf({ key: "Delete", code: "Delete" }), "delete"));
test("space has a name", () => assert.equal(keyOf({ key: " ", code: "Space" }), "space"));
test("a modifier alone is no key", () => assert.equal(keyOf({ key: "Shift", shiftKey: true }), null));
test("a key of an input method is no key", () => assert.equal(keyOf({ key: "Process", code: "KeyA" }), null));
test("caps", () => assert.deepEqual(capsOf("mod+shift+z"), ["Ctrl", "Shift", "Z"]));
test("the plus sign is a key", () => assert.deepEqual(capsOf("+"), ["+"]));
