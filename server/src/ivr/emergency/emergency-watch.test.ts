import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isKey } from "../call-leg.ts";
import { EmergencyWatch } from "./emergency-watch.ts";

/** The last verdict on `keys` pressed `gapMs` apart; those of `chose` were options where they arrived. */
function verdictOn(keys: string, gapMs: number, chose: string) {
  const watch = new EmergencyWatch(["911", "107"]);
  return [...keys].map((key, index) => {
    assert.ok(isKey(key));
    return watch.note({ key, atMs: index * gapMs }, chose.includes(key));
  });
}

describe("an emergency code among the keys", () => {
  test("is heard when none of its keys is an option", () => {
    assert.deepEqual(verdictOn("911", 300, "").at(-1), { kind: "code", code: "911" });
  });

  test("is heard when its first key was taken as an option and the rest was not", () => {
    assert.deepEqual(verdictOn("107", 300, "1").at(-1), { kind: "code", code: "107" });
  });

  test("is not heard when every key was an option: that caller knows the menus", () => {
    assert.deepEqual(verdictOn("107", 300, "107").at(-1), { kind: "nothing" });
  });

  test("is heard from a slow hand that chose nothing", () => {
    assert.deepEqual(verdictOn("911", 1900, "").at(-1), { kind: "code", code: "911" });
  });

  test("is not put together from choices made seconds apart", () => {
    assert.notEqual(verdictOn("107", 1500, "10").at(-1)?.kind, "code");
  });

  test("is found behind wrong keys", () => {
    assert.deepEqual(verdictOn("5911", 300, "").at(-1), { kind: "code", code: "911" });
  });

  test("shows its beginning, so that the next key is waited for", () => {
    assert.deepEqual(
      verdictOn("91", 300, "").map((verdict) => verdict.kind),
      ["beginning", "beginning"],
    );
  });
});
