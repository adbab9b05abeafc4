import assert from "node:assert/strict";
import { test } from "node:test";
import { actionFor, bindingProblem, KEY_ACTIONS, type PressedKey } from "./key-map.ts";
import { ariaShortcut, shortcutText } from "./key-names.ts";

const plain: PressedKey = {
  code: "",
  key: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altGraph: false,
};
const outside = { inField: false, changes: {}, singleLetters: true };
const inField = { ...outside, inField: true };

test("Alt and the physical key command the call, also while the cursor is in a field", () => {
  assert.equal(actionFor({ ...plain, altKey: true, code: "KeyO", key: "o" }, inField), "accept");
  // The same place under the finger on a layout where it prints something else.
  assert.equal(actionFor({ ...plain, altKey: true, code: "KeyO", key: "щ" }, inField), "accept");
});

test("AltGraph, Control and Meta together with Alt are left to typing and to the system", () => {
  const press = { ...plain, altKey: true, code: "KeyO", key: "o" };
  assert.equal(actionFor({ ...press, altGraph: true }, outside), null);
  assert.equal(actionFor({ ...press, ctrlKey: true }, outside), null);
  assert.equal(actionFor({ ...press, metaKey: true }, outside), null);
});

test("single letters work outside fields only, and not when they are turned off", () => {
  const press = { ...plain, code: "KeyN", key: "n" };
  assert.equal(actionFor(press, outside), "note");
  assert.equal(actionFor(press, inField), null);
  assert.equal(actionFor(press, { ...outside, singleLetters: false }), null);
});

test("the question mark opens the list wherever it stands on the keyboard", () => {
  assert.equal(actionFor({ ...plain, code: "Minus", key: "?", shiftKey: true }, outside), "help");
  assert.equal(actionFor({ ...plain, code: "Slash", key: "?", shiftKey: true }, inField), null);
});

test("a key that was turned off or changed no longer does the old thing", () => {
  const press = { ...plain, altKey: true, code: "KeyO", key: "o" };
  assert.equal(actionFor(press, { ...outside, changes: { accept: null } }), null);
  const changes = { accept: "Alt+KeyJ" };
  assert.equal(actionFor(press, { ...outside, changes }), null);
  assert.equal(actionFor({ ...press, code: "KeyJ" }, { ...outside, changes }), "accept");
});

test("no default key belongs to the browser or to two actions", () => {
  for (const action of KEY_ACTIONS)
    assert.equal(bindingProblem(action.id, action.binding, {}), null, action.id);
});

test("a key of the browser, a used one and a bare letter for the call are refused with the reason", () => {
  assert.equal(bindingProblem("accept", "Alt+KeyD", {}), "taken-by-browser");
  assert.equal(bindingProblem("accept", "Alt+KeyP", {}), "used");
  assert.equal(bindingProblem("accept", "KeyO", {}), "needs-alt");
});

test("a binding is shown as the caps read and told to screen readers in their form", () => {
  assert.equal(shortcutText("Alt+KeyO"), "Alt O");
  assert.equal(shortcutText("Control+Enter"), "Ctrl Enter");
  assert.equal(shortcutText("Shift+Question"), "?");
  assert.equal(ariaShortcut("Control+Enter"), "Control+Enter");
  assert.equal(ariaShortcut("Alt+Comma"), "Alt+,");
});
