import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { one, sql } from "../platform/index.ts";
import { type CitizenDesk, citizenDesk } from "./testing/citizen-desk.ts";
import type { TimelineRequest } from "./timeline.ts";

let desk: CitizenDesk;
let kit: CitizenDesk["kit"];
let agent: CitizenDesk["agent"];
let stranger: CitizenDesk["stranger"];
let register: CitizenDesk["register"];
const asked: TimelineRequest[] = [];
const calls = {
  permission: "interaction.read" as const,
  entries: async (_ctx: unknown, request: TimelineRequest) => {
    asked.push(request);
    return [
      entry("interaction", "2026-03-09T10:00:00.000Z"),
      entry("interaction", "2026-03-01T10:00:00.000Z"),
    ];
  },
};
const tickets = {
  permission: "ticket.read" as const,
  entries: async () => [entry("ticket", "2026-03-05T10:00:00.000Z")],
};
function entry(kind: "interaction" | "ticket", at: string) {
  const id = kit.platform.ids.uuid();
  return {
    kind,
    id,
    tenantId: kit.tenantId,
    at,
    title: kind,
    detail: null,
    channel: null,
    number: null,
    state: null,
  };
}

before(async () => {
  desk = await citizenDesk([calls, tickets]);
  ({ kit, stranger, register, agent } = desk);
});
after(() => desk?.kit.close());

const lastAudit = () =>
  kit.system((ctx) =>
    one<{ action: string; subject: string; detail: object; actor: string }>(
      ctx,
      sql`select action, subject_id as subject, detail, actor_name as actor
          from platform.audit_entry order by seq desc limit 1`,
    ),
  );

describe("the timeline", () => {
  test("joins what the modules above tell, newest first, page by page, and is audited", async () => {
    const { id } = await register({ familyName: "Historia" });
    const url = `/api/v1/citizens/${id}/timeline?purpose=seguimiento`;
    const { body } = await agent.get(`${url}&limit=2`);
    assert.deepEqual(
      body.items.map(({ kind }: { kind: string }) => kind),
      ["interaction", "ticket"],
    );
    assert.equal(body.next, "2026-03-05T10:00:00.000Z");
    assert.equal((await agent.get(url)).body.next, null);
    assert.equal((await lastAudit()).action, "citizen.timeline-viewed");
    assert.equal((await agent.get(`/api/v1/citizens/${id}/timeline`)).status, 422);
  });

  test("asks each source only for the tenants where the reader may see it", async () => {
    const { id } = await register({ familyName: "Alcance" });
    asked.length = 0;
    const { body } = await stranger.get(`/api/v1/citizens/${id}/timeline?purpose=seguimiento`);
    assert.deepEqual(body.items, []);
    assert.equal(asked.length, 0);
    await agent.get(`/api/v1/citizens/${id}/timeline?purpose=seguimiento`);
    assert.deepEqual(asked[0]?.tenants, [kit.tenantId]);
  });
});
