import assert from "node:assert/strict";
import { test } from "node:test";
import { treeKey, typeAhead, visibleRows } from "./tree-rows.ts";

const nodes = [
  { id: "agua", parentId: null, label: "Agua" },
  { id: "servicio", parentId: "agua", label: "Servicio" },
  { id: "falta", parentId: "servicio", label: "Falta de agua" },
  { id: "salud", parentId: null, label: "Salud" },
  { id: "turnos", parentId: "hidden-organism", label: "Turnos" },
];

test("only open branches show their children", () => {
  assert.deepEqual(
    visibleRows(nodes, new Set(["agua"])).map((row) => [row.node.id, row.level]),
    [
      ["agua", 1],
      ["servicio", 2],
      ["salud", 1],
      ["turnos", 1],
    ],
  );
});

test("a topic whose parent is not visible to me stands at the top", () => {
  assert.ok(visibleRows(nodes, new Set()).some((row) => row.node.id === "turnos" && row.level === 1));
});

test("right opens a branch and then enters it, left closes it and then goes to the parent", () => {
  const closed = visibleRows(nodes, new Set());
  assert.deepEqual(treeKey(closed, 0, "ArrowRight"), { toggle: "agua" });
  const open = visibleRows(nodes, new Set(["agua"]));
  assert.deepEqual(treeKey(open, 0, "ArrowRight"), { focus: 1 });
  assert.deepEqual(treeKey(open, 1, "ArrowLeft"), { focus: 0 });
  assert.deepEqual(treeKey(open, 0, "ArrowLeft"), { toggle: "agua" });
});

test("down stops at the last row", () => {
  const rows = visibleRows(nodes, new Set());
  assert.deepEqual(treeKey(rows, rows.length - 1, "ArrowDown"), { focus: rows.length - 1 });
});

test("typing a letter goes to the next row that begins with it, and round the end", () => {
  const rows = visibleRows(nodes, new Set(["agua", "servicio"]));
  assert.equal(typeAhead(rows, 0, "s"), 1);
  assert.equal(typeAhead(rows, 1, "s"), 3);
  assert.equal(typeAhead(rows, 3, "s"), 1);
  assert.equal(typeAhead(rows, 3, "fal"), 2);
  assert.equal(typeAhead(rows, 0, "z"), null);
});
