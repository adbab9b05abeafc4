import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Ticket, TicketList } from "@vera/contracts/tickets";
import { createCitizen } from "../../citizens/index.ts";
import { many, sql } from "../../platform/index.ts";
import { type TicketDesk, ticketDesk } from "../testing/ticket-desk.ts";
import { ticketLabels, ticketTimeline } from "./ticket-timeline.ts";

let desk: TicketDesk;
let mine: Ticket;
let ofOffice: Ticket;
let loose: Ticket;
let gone: Ticket;
let citizenId: string;

before(async () => {
  desk = await ticketDesk();
  const office = await desk.office("Guardia", [desk.ramonaId]);
  await desk.office("Comercial");
  const person = { givenName: "Ofelia", familyName: "Jacarandá" };
  citizenId = (await desk.kit.system((ctx) => createCitizen(ctx, person))).id;
  mine = await desk.open({ subject: "Cañería rota", citizenId });
  desk.kit.clock.advance(60);
  ofOffice = await desk.open({ officeId: office.id, priority: "high" });
  desk.kit.clock.advance(60);
  loose = await desk.open({ place: { locality: "Margarita", address: null }, citizenId });
  desk.kit.clock.advance(60);
  gone = await desk.open();
  const post = (ticket: Ticket, act: string, body: object) =>
    desk.ramona.post(`/api/v1/tickets/${ticket.id}/${act}`, { version: ticket.version, ...body });
  await post(mine, "assignment", { assigneeId: desk.ramonaId });
  await post(gone, "state", { to: "cancelled", text: "repetido" });
});
after(() => desk?.close());

async function list(query: string): Promise<TicketList> {
  const reply = await desk.ramona.get(`/api/v1/tickets?${query}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}
const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);

describe("the back-office's lists", () => {
  test("show what lives, newest first, and the rest when asked", async () => {
    assert.deepEqual(await ids(""), [loose.id, ofOffice.id, mine.id]);
    assert.deepEqual(await ids("sort=oldest"), [mine.id, ofOffice.id, loose.id]);
    assert.deepEqual(await ids("states=cancelled,closed"), [gone.id]);
    assert.equal((await desk.ramona.get("/api/v1/tickets?states=broken")).body.key, "ticketStateUnknown");
  });

  test("mine, my office's, and nobody's", async () => {
    assert.deepEqual(await ids("view=mine"), [mine.id]);
    assert.deepEqual(await ids("view=my-office"), [ofOffice.id]);
    assert.deepEqual(await ids("view=unassigned"), [loose.id, ofOffice.id]);
    const agent = await desk.agent.get("/api/v1/tickets?view=mine");
    assert.deepEqual(agent.body.items, []);
  });

  test("by priority, office, topic and person", async () => {
    assert.deepEqual(await ids("priority=high"), [ofOffice.id]);
    assert.deepEqual(await ids(`officeId=${ofOffice.officeId}`), [ofOffice.id]);
    assert.equal((await list(`topicId=${desk.topicId}`)).total, 3);
    assert.deepEqual(await ids(`citizenId=${citizenId}`), [loose.id, mine.id]);
  });

  test("by words without accents, by place, and by a number in any spelling even when it is cancelled", async () => {
    assert.deepEqual(await ids("q=caneria"), [mine.id]);
    assert.deepEqual(await ids("q=margarita%20agua"), [loose.id]);
    assert.deepEqual(await ids(`q=${gone.number}`), [gone.id]);
    assert.deepEqual(await ids(`q=${gone.number.replaceAll("-", "%20")}&view=mine`), [gone.id]);
    assert.deepEqual(await ids("q=%25"), [loose.id, ofOffice.id, mine.id]);
  });

  test("come page by page with the total, and a foreign cursor is refused", async () => {
    const first = await list("limit=2");
    assert.deepEqual([first.items.length, first.total], [2, 3]);
    const second = await list(`limit=2&cursor=${first.next}`);
    assert.deepEqual([second.items.map(({ id }) => id), second.next], [[mine.id], null]);
    assert.equal((await desk.ramona.get("/api/v1/tickets?cursor=abc")).body.key, "cursorNotOurs");
  });
});

test("a person's tickets are part of their timeline, within the tenants asked", async () => {
  const request = { citizenId: citizenId as never, before: null, limit: 10 };
  const entries = await desk.kit.system((ctx) =>
    ticketTimeline.entries(ctx, { ...request, tenants: "system" }),
  );
  assert.deepEqual(
    entries.map(({ id, number }) => [id, number]),
    [
      [loose.id, loose.number],
      [mine.id, mine.number],
    ],
  );
  const older = await desk.kit.system((ctx) =>
    ticketTimeline.entries(ctx, {
      ...request,
      tenants: [desk.kit.tenantId],
      before: new Date(loose.openedAt),
    }),
  );
  assert.deepEqual(
    older.map(({ id }) => id),
    [mine.id],
  );
  const none = await desk.kit.system((ctx) =>
    ticketTimeline.entries(ctx, { ...request, tenants: [desk.kit.otherTenantId] }),
  );
  assert.deepEqual(none, []);
});

test("labels name tickets by number and subject", async () => {
  const labels = await desk.kit.system((ctx) => ticketLabels(ctx, [mine.id]));
  assert.deepEqual(labels.get(mine.id), { number: mine.number, subject: "Cañería rota" });
});

describe("another organism", () => {
  test("gets 404 for every id, cannot open here, and lists nothing", async () => {
    const body = { version: mine.version, to: "in-progress", text: "x", visibility: "public" };
    const attempts = [
      desk.stranger.get(`/api/v1/tickets/${mine.id}`),
      desk.stranger.post(`/api/v1/tickets/${mine.id}/notes`, body),
      desk.stranger.post(`/api/v1/tickets/${mine.id}/state`, body),
      desk.stranger.post(`/api/v1/tickets/${mine.id}/assignment`, body),
      desk.stranger.post(`/api/v1/tickets/${mine.id}/reopening`, body),
      desk.stranger.patch(`/api/v1/offices/${ofOffice.officeId}`, { name: "Robada" }),
      desk.stranger.post("/api/v1/offices", { tenantId: desk.kit.tenantId, name: "Puesta" }),
      desk.stranger.post("/api/v1/tickets", desk.form()),
      desk.stranger.post("/api/v1/tickets", desk.form({ tenantId: desk.kit.otherTenantId })),
    ];
    assert.deepEqual(
      (await Promise.all(attempts)).map(({ status }) => status),
      Array(9).fill(404),
    );
    for (const query of ["", `tenantId=${desk.kit.tenantId}`, `q=${mine.number}`, `citizenId=${citizenId}`]) {
      const { body: answer } = await desk.stranger.get(`/api/v1/tickets?${query}`);
      assert.deepEqual([answer.items, answer.total], [[], 0], query);
    }
    assert.deepEqual((await desk.stranger.get("/api/v1/offices")).body.offices, []);
  });

  test("sees no row of any table, whatever it asks", async () => {
    for (const table of ["office", "office_member", "ticket", "history"]) {
      const rows = await desk.kit.as({ tenants: [desk.kit.otherTenantId] }, (ctx) =>
        many(ctx, sql`select tenant_id from ${sql.table(`tickets.${table}`)}`),
      );
      assert.deepEqual(rows, [], table);
    }
  });

  test("and without the permission nothing is answered", async () => {
    const reader = desk.client.as(desk.kit.principal({ permissions: ["ticket.read"] }));
    assert.equal((await reader.post("/api/v1/tickets", desk.form())).status, 403);
    assert.equal((await desk.client.get("/api/v1/tickets")).status, 401);
  });
});
