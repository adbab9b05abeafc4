import assert from "node:assert/strict";
import { test } from "node:test";
import type { TicketChange } from "@vera/contracts/tickets";
import { ticketRibbon } from "./ticket-ribbon.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour)).toISOString();
const change = (hour: number, from: string, to: string): TicketChange => ({
  id: String(hour),
  at: at(hour),
  actorName: "Ramona",
  what: "state",
  from,
  to,
  text: null,
  visibility: "internal",
});
const HOUR = 3_600_000;

test("each state gets the time between its change and the next, the last one runs", () => {
  const ticket = {
    openedAt: at(8),
    state: "in-progress" as const,
    history: [change(10, "open", "waiting-citizen"), change(13, "waiting-citizen", "in-progress")],
  };
  assert.deepEqual(
    ticketRibbon(ticket, Date.parse(at(14))).map(({ state, ms, running }) => [state, ms / HOUR, running]),
    [
      ["open", 2, false],
      ["waiting-citizen", 3, false],
      ["in-progress", 1, true],
    ],
  );
});

test("a closed ticket's clock stands", () => {
  const ticket = { openedAt: at(8), state: "closed" as const, history: [change(10, "open", "closed")] };
  assert.deepEqual(
    ticketRibbon(ticket, Date.parse(at(20))).map(({ state, running }) => [state, running]),
    [["open", false]],
  );
});
