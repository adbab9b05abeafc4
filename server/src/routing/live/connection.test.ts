import assert from "node:assert/strict";
import { test } from "node:test";
import { isConnectionLoss } from "./connection.ts";

const failed = (code?: string): Error =>
  Object.assign(new Error("failed"), code === undefined ? {} : { code });

test("what breaks on the way is tried again, whatever the driver calls it", () => {
  for (const code of ["EPIPE", "ECONNRESET", "ECONNREFUSED", "08006", "57P01", undefined]) {
    assert.equal(isConnectionLoss(failed(code)), true, code);
  }
});

test("what the server answers is final", () => {
  for (const code of ["23505", "40001", "P0001", "XX000", "42P01"])
    assert.equal(isConnectionLoss(failed(code)), false, code);
});
