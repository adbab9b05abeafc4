import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Permission } from "@vera/contracts/permissions";
import { type TicketDesk, ticketDesk } from "../testing/ticket-desk.ts";

let desk: TicketDesk;
before(async () => {
  desk = await ticketDesk();
  await desk.office("Cloacas");
});
after(() => desk?.close());

async function offices(permissions: readonly Permission[], tenantId: string = desk.kit.tenantId) {
  const who = desk.kit.principal({ permissions: [...permissions], tenants: [tenantId as never] });
  const { status, body } = await desk.client.as(who).get("/api/v1/offices");
  return status === 200 ? body.offices.map(({ name }: { name: string }) => name) : status;
}

test("offices are seen by whoever manages them and by whoever reads tickets, where they do", async () => {
  assert.deepEqual(await offices(["office.manage"]), ["Cloacas"]);
  assert.deepEqual(await offices(["ticket.read"]), ["Cloacas"]);
  assert.equal(await offices(["topic.read"]), 403);
  assert.deepEqual(await offices(["office.manage"], desk.kit.otherTenantId), []);
});
