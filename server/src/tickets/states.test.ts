import assert from "node:assert/strict";
import { test } from "node:test";
import type { TicketState } from "@vera/contracts/tickets";
import { canBecome, NEXT, needsText, TICKET_STATES } from "./states.ts";

test("from every state but cancelled there is a way to closed", () => {
  for (const start of TICKET_STATES.filter((state) => state !== "cancelled")) {
    const reached = new Set<TicketState>([start]);
    for (const state of reached) for (const next of NEXT[state]) reached.add(next);
    assert.ok(reached.has("closed"), start);
  }
});

test("no state becomes itself, and a cancelled ticket stays so", () => {
  for (const state of TICKET_STATES) {
    assert.equal(canBecome(state, state), false);
    assert.equal(canBecome("cancelled", state), false);
  }
});

test("nothing is closed before it was solved", () => {
  assert.deepEqual(
    TICKET_STATES.filter((state) => canBecome(state, "closed")),
    ["solved"],
  );
});

test("asking, solving, cancelling and reopening need words; taking it up does not", () => {
  assert.deepEqual(
    [needsText("open", "in-progress"), needsText("solved", "closed"), needsText("closed", "in-progress")],
    [false, false, true],
  );
  assert.ok(
    needsText("open", "solved") && needsText("open", "cancelled") && needsText("open", "waiting-citizen"),
  );
});
