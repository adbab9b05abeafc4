import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPatch } from "./apply-patch.ts";

test("a patch sets a value deep in the state and leaves the other branches the same objects", () => {
  const state = { offers: { a: { name: "x" } }, calls: { b: 1 } };
  const next = applyPatch(state, [{ path: ["offers", "a", "name"], value: "y" }]);
  assert.deepEqual(next, { offers: { a: { name: "y" } }, calls: { b: 1 } });
  assert.equal(next.calls, state.calls);
  assert.equal(state.offers.a.name, "x");
});

test("a step without a value deletes", () => {
  assert.deepEqual(applyPatch({ offers: { a: 1, b: 2 } }, [{ path: ["offers", "a"] }]), { offers: { b: 2 } });
});

test("deleting what is not there creates nothing and keeps the same object", () => {
  const state = { offers: {} };
  assert.equal(applyPatch(state, [{ path: ["calls", "a"] }]), state);
  assert.equal(applyPatch(state, [{ path: ["gone"] }]), state);
});

test("parents that are missing are made", () => {
  assert.deepEqual(applyPatch({}, [{ path: ["a", "b"], value: 1 }]), { a: { b: 1 } });
});

test("an empty path replaces the whole state", () => {
  assert.deepEqual(applyPatch({ a: 1 }, [{ path: [], value: { b: 2 } }]), { b: 2 });
});

test("in a list a step changes, appends or removes by position", () => {
  assert.deepEqual(applyPatch({ l: ["a", "b"] }, [{ path: ["l", "1"], value: "c" }]), { l: ["a", "c"] });
  assert.deepEqual(applyPatch({ l: ["a"] }, [{ path: ["l", "-"], value: "b" }]), { l: ["a", "b"] });
  assert.deepEqual(applyPatch({ l: ["a", "b"] }, [{ path: ["l", "0"] }]), { l: ["b"] });
});

test("null is a value, not a deletion", () => {
  assert.deepEqual(applyPatch({ a: 1 }, [{ path: ["a"], value: null }]), { a: null });
});
