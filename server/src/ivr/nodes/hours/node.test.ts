import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const HOURS: FlowNode = {
  type: "hours",
  calendarId: "00000000-0000-7000-8000-000000000002",
  exits: { open: "yes", closed: "no" },
};
const NODES = { hours: HOURS, yes: says("yes"), no: says("no"), feast: says("feast"), bye: BYE };

async function heardWhen(
  state: { open: boolean; holidayName: string | null },
  nodes: Record<string, FlowNode>,
) {
  const call = fakeCall();
  call.services.open = state;
  await call.run(nodes);
  return call.leg.heard[0]?.path;
}

test("office hours lead to open or closed", async () => {
  assert.equal(await heardWhen({ open: true, holidayName: null }, NODES), "yes");
  assert.equal(await heardWhen({ open: false, holidayName: null }, NODES), "no");
});

test("a holiday has its own exit where one is wired, else it is closed", async () => {
  const feast = { open: false, holidayName: "Día del trabajador" };
  assert.equal(await heardWhen(feast, NODES), "no");
  const wired = { ...HOURS, exits: { ...HOURS.exits, holiday: "feast" } };
  assert.equal(await heardWhen(feast, { ...NODES, hours: wired }), "feast");
});

test("a holiday on which the office opens is open", async () => {
  assert.equal(await heardWhen({ open: true, holidayName: "Carnaval" }, NODES), "yes");
});
