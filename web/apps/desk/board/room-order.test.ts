import assert from "node:assert/strict";
import { test } from "node:test";
import { moveSeat, roomOrder } from "./room-order.ts";

const people = [
  { id: "z", name: "Álvaro" },
  { id: "b", name: "Bruno" },
  { id: "c", name: "Carla" },
];

test("nobody has been seated: by name, accents aside", () => {
  assert.deepEqual(roomOrder([], people, "es-AR"), ["z", "b", "c"]);
});

test("the seated keep their places, who left is forgotten, who is new goes to the end", () => {
  assert.deepEqual(roomOrder(["c", "gone", "z"], people, "es-AR"), ["c", "z", "b"]);
});

test("a seat changes places with its neighbour and stops at the wall", () => {
  assert.deepEqual(moveSeat(["a", "b", "c"], "b", 1), ["a", "c", "b"]);
  assert.deepEqual(moveSeat(["a", "b", "c"], "a", -1), ["a", "b", "c"]);
});
