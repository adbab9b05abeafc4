import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Ticket } from "@vera/contracts/tickets";
import { many, sql } from "../platform/index.ts";
import { type TicketDesk, ticketDesk } from "./testing/ticket-desk.ts";

let desk: TicketDesk;
before(async () => {
  desk = await ticketDesk();
});
after(() => desk?.close());

const url = ({ id }: Pick<Ticket, "id">, act: string) => `/api/v1/tickets/${id}/${act}`;
const move = (ticket: Ticket, to: string, text?: string) =>
  desk.ramona.post(url(ticket, "state"), { version: ticket.version, to, ...(text && { text }) });

describe("the state of a ticket", () => {
  test("goes its way with words where the citizen hears of it, and each step is history and event", async () => {
    const ticket = await desk.open();
    desk.kit.clock.advance(3_600);
    const taken = (await move(ticket, "in-progress")).body as Ticket;
    const silent = await move(taken, "waiting-citizen");
    assert.deepEqual([silent.status, silent.body.key], [422, "ticketTextNeeded"]);
    const asked = (await move(taken, "waiting-citizen", "¿Cuál es el número de medidor?")).body as Ticket;
    const back = (await move(asked, "in-progress")).body as Ticket;
    const solved = (await move(back, "solved", "Se cambió la abrazadera")).body as Ticket;
    assert.match(solved.stateText, /^Fue resuelto el 10 de marzo/);
    const closed = (await move(solved, "closed")).body as Ticket;
    assert.deepEqual(closed.nextStates, ["in-progress"]);
    assert.deepEqual(
      closed.history
        .filter(({ what }) => what === "state")
        .map(({ from, to, visibility }) => [from, to, visibility]),
      [
        ["open", "in-progress", "internal"],
        ["in-progress", "waiting-citizen", "public"],
        ["waiting-citizen", "in-progress", "internal"],
        ["in-progress", "solved", "public"],
        ["solved", "closed", "internal"],
      ],
    );
    const events = await desk.kit.system((ctx) =>
      many<{ data: { to: string; heldSeconds: number } }>(
        ctx,
        sql`select data from platform.event where key = ${ticket.id} and type = 'ticket.state-changed' order by seq`,
      ),
    );
    assert.deepEqual(
      events.map(({ data }) => data.to),
      ["in-progress", "waiting-citizen", "in-progress", "solved", "closed"],
    );
    assert.equal(events[0]?.data.heldSeconds, 3_600);
  });

  test("refuses a step that the table does not have, and says which there are", async () => {
    const ticket = await desk.open();
    const reply = await move(ticket, "closed");
    assert.deepEqual([reply.status, reply.body.key], [409, "ticketStateNotAllowed"]);
    assert.match(reply.body.detail, /in-progress, waiting-citizen, solved, cancelled/);
  });

  test("of two who change it at once, one wins and the other is told", async () => {
    const ticket = await desk.open();
    const replies = await Promise.all([move(ticket, "in-progress"), move(ticket, "cancelled", "repetido")]);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(replies.find(({ status }) => status === 409)?.body.key, "ticketChangedMeanwhile");
  });

  test("is reopened by the first line with the citizen's words, which the office's permission is not needed for", async () => {
    const ticket = await desk.open();
    const solved = (await move(ticket, "solved", "Listo")).body as Ticket;
    const early = await desk.agent.post(url(ticket, "state"), {
      version: solved.version,
      to: "in-progress",
      text: "x",
    });
    assert.equal(early.status, 403);
    const reopened = await desk.agent.post(url(ticket, "reopening"), {
      version: solved.version,
      text: "Sigue sin agua",
    });
    assert.deepEqual([reopened.status, reopened.body.state], [200, "in-progress"]);
    const again = await desk.agent.post(url(ticket, "reopening"), {
      version: reopened.body.version,
      text: "x",
    });
    assert.deepEqual([again.status, again.body.key], [409, "ticketNotReopenable"]);
  });
});

describe("giving a ticket to somebody", () => {
  test("writes who had it and who has it; another office takes it from the person", async () => {
    const [guard, trade] = [await desk.office("Guardia"), await desk.office("Comercial")];
    const ticket = await desk.open({ officeId: guard.id });
    const { ramonaId } = desk;
    const mine = (await desk.ramona.post(url(ticket, "assignment"), { version: 1, assigneeId: ramonaId }))
      .body as Ticket;
    assert.equal(mine.assigneeName, "Ramona");
    const moved = await desk.ramona.post(url(ticket, "assignment"), {
      version: mine.version,
      officeId: trade.id,
      priority: "urgent",
      text: "es de facturación",
    });
    assert.deepEqual(
      [moved.body.officeName, moved.body.assigneeId, moved.body.priority],
      ["Comercial", null, "urgent"],
    );
    assert.deepEqual(
      (moved.body as Ticket).history.slice(2).map(({ what, from, to, text }) => [what, from, to, text]),
      [
        ["office", "Guardia", "Comercial", "es de facturación"],
        ["assigned", "Ramona", null, null],
        ["priority", "normal", "urgent", null],
      ],
    );
  });

  test("works for a colleague, not for a stranger nor an office of another organism", async () => {
    const ticket = await desk.open();
    const boss = desk.client.as(desk.kit.principal({ permissions: ["ticket.work"], name: "Jefa" }));
    const given = await boss.post(url(ticket, "assignment"), { version: 1, assigneeId: desk.ramonaId });
    assert.equal(given.body.assigneeName, "Ramona");
    const nobody = await boss.post(url(ticket, "assignment"), {
      version: 2,
      assigneeId: desk.kit.platform.ids.uuid(),
    });
    assert.equal(nobody.status, 404);
    const foreign = await desk.stranger.post("/api/v1/offices", {
      tenantId: desk.kit.otherTenantId,
      name: "Ajena",
    });
    const office = await boss.post(url(ticket, "assignment"), { version: 2, officeId: foreign.body.id });
    assert.equal(office.status, 404);
  });
});

test("notes are internal or public, and an empty one says nothing", async () => {
  const ticket = await desk.open();
  const note = { text: "Volvió a llamar", visibility: "internal" };
  const reply = await desk.agent.post(url(ticket, "notes"), note);
  assert.equal(reply.status, 201);
  assert.deepEqual(
    (({ actorName, text, visibility }) => ({ actorName, text, visibility }))(reply.body.history.at(-1)),
    { actorName: "Inés", ...note },
  );
  assert.equal((await desk.agent.post(url(ticket, "notes"), { ...note, text: "  " })).body.key, "noteEmpty");
});

test("offices have one name each, and members that exist", async () => {
  const { tenantId } = desk.kit;
  const office = await desk.office("Cloacas", [desk.ramonaId]);
  assert.deepEqual(office.memberIds, [desk.ramonaId]);
  const twin = await desk.ramona.post("/api/v1/offices", { tenantId, name: " cloacas " });
  assert.deepEqual([twin.status, twin.body.key], [409, "officeNameTaken"]);
  const ghost = { memberIds: [desk.kit.platform.ids.uuid()] };
  assert.equal((await desk.ramona.patch(`/api/v1/offices/${office.id}`, ghost)).status, 404);
  const mine = await desk.ramona.get("/api/v1/offices?mine=true");
  assert.deepEqual(
    mine.body.offices.map(({ name }: { name: string }) => name),
    ["Cloacas"],
  );
});
