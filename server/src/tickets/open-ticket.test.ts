import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createCitizen } from "../citizens/index.ts";
import { openInteraction } from "../conversations/index.ts";
import { many, one, run, sql } from "../platform/index.ts";
import { ticketStatusByNumber } from "./index.ts";
import { type TicketDesk, ticketDesk } from "./testing/ticket-desk.ts";

let desk: TicketDesk;
before(async () => {
  desk = await ticketDesk();
});
after(() => desk?.close());

const events = (key: string) =>
  desk.kit.system((ctx) =>
    many<{ type: string; data: Record<string, unknown> }>(
      ctx,
      sql`select type, data from platform.event where key = ${key} order by seq`,
    ),
  );

describe("opening a ticket", () => {
  test("gives a number of this year that can be said, history, audit and event", async () => {
    const ticket = await desk.open({
      priority: "high",
      place: { locality: "Calchaquí", address: "Los Ceibos 1240" },
    });
    assert.match(ticket.number, /^\d{4,}-26-\d$/);
    assert.deepEqual(ticket.spelled, ticket.number.split("-"));
    assert.deepEqual(
      [ticket.state, ticket.openedByName, ticket.topicName],
      ["open", "Inés", "Agua › Falta de agua"],
    );
    assert.deepEqual(
      ticket.history.map(({ what, to }) => [what, to]),
      [["opened", "open"]],
    );
    const [event] = await events(ticket.id);
    assert.equal(event?.type, "ticket.opened");
    assert.equal(event?.data["number"], ticket.number.replaceAll("-", ""));
    assert.doesNotMatch(JSON.stringify(event), /Ceibos/);
    const audited = await desk.kit.system((ctx) =>
      one<{ action: string }>(
        ctx,
        sql`select action from platform.audit_entry where subject_id = ${ticket.id}`,
      ),
    );
    assert.equal(audited.action, "ticket.opened");
  });

  test("twice with the same form makes one ticket, with another form under the same key is a conflict", async () => {
    const form = desk.form();
    const [one, two] = [
      await desk.agent.post("/api/v1/tickets", form),
      await desk.agent.post("/api/v1/tickets", form),
    ];
    assert.equal(one.body.id, two.body.id);
    assert.equal((await events(one.body.id)).length, 1);
    const other = await desk.agent.post("/api/v1/tickets", { ...form, subject: "Otra cosa" });
    assert.deepEqual([other.status, other.body.key], [409, "idempotencyKeyReused"]);
  });

  test("by many at once gives each its own number, and one form sent at once makes one ticket", async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => desk.agent.post("/api/v1/tickets", desk.form())),
    );
    assert.equal(new Set(replies.map(({ body }) => body.number)).size, 12);
    const form = desk.form();
    const same = await Promise.all(Array.from({ length: 5 }, () => desk.agent.post("/api/v1/tickets", form)));
    assert.deepEqual([...new Set(same.map(({ status }) => status))], [201]);
    assert.equal(new Set(same.map(({ body }) => body.id)).size, 1);
  });

  test("from a call names the person and is attached to the interaction", async () => {
    const { citizenId, interactionId } = await desk.kit.system(async (ctx) => {
      const citizen = await createCitizen(ctx, { givenName: "Ofelia", familyName: "Jacarandá" });
      const call = await openInteraction(ctx, {
        tenantId: desk.kit.tenantId,
        channel: "voice",
        direction: "inbound",
        fromAddress: "3483506600",
        toAddress: "08005551111",
      });
      return { citizenId: citizen.id, interactionId: call.interactionId };
    });
    const ticket = await desk.open({ citizenId, interactionId });
    assert.equal(ticket.citizenName, "Ofelia Jacarandá");
    const attached = (await events(interactionId)).find(({ type }) => type === "interaction.attached");
    assert.equal(attached?.data["attachedId"], ticket.id);
  });

  test("with a topic, person, office or interaction that is not there is refused and leaves nothing", async () => {
    const count = () =>
      desk.kit.system((ctx) => one<{ n: number }>(ctx, sql`select count(*) as n from tickets.ticket`));
    const before = await count();
    const missing = desk.kit.platform.ids.uuid();
    for (const wrong of [
      { topicId: missing },
      { citizenId: missing },
      { officeId: missing },
      { interactionId: missing },
    ]) {
      const reply = await desk.agent.post("/api/v1/tickets", desk.form(wrong));
      assert.equal(reply.status, 404, JSON.stringify(wrong));
    }
    assert.deepEqual(await count(), before);
  });

  test("goes to the organism's only office by itself, and to none where there are several", async () => {
    const only = await desk.office("Guardia de agua");
    assert.equal((await desk.open()).officeName, "Guardia de agua");
    const second = await desk.office("Comercial");
    assert.equal((await desk.open()).officeId, null);
    await desk.ramona.patch(`/api/v1/offices/${second.id}`, { active: false });
    assert.equal((await desk.open()).officeId, only.id);
    const closed = await desk.agent.post("/api/v1/tickets", desk.form({ officeId: second.id }));
    assert.deepEqual([closed.status, closed.body.key], [422, "officeTakesNoTickets"]);
  });

  test("numbers start anew each year, in the province's zone", async () => {
    desk.kit.clock.set("2027-01-01T02:59:00Z");
    assert.match((await desk.open()).number, /-26-\d$/);
    desk.kit.clock.set("2027-01-01T03:01:00Z");
    assert.match((await desk.open()).number, /^1001-27-\d$/);
    desk.kit.clock.set("2026-03-10T13:00:00Z");
  });
});

describe("the status for whoever has the number", () => {
  test("is the state in words and its date, by any spelling, without anything personal", async () => {
    const ticket = await desk.open({
      subject: "Secreto de Ofelia",
      place: { locality: "Vera", address: "Calle 9" },
    });
    for (const typed of [
      ticket.number,
      ticket.number.replaceAll("-", ""),
      `${ticket.number.replaceAll("-", "")}#`,
    ]) {
      const status = await desk.kit.system((ctx) => ticketStatusByNumber(ctx, typed));
      assert.deepEqual(status, {
        status: "found",
        number: ticket.number,
        state: "open",
        text: "fue recibido el 10 de marzo y espera que lo tome la oficina que lo resuelve.",
        changedAt: new Date("2026-03-10T13:00:00Z"),
      });
    }
  });

  test("tells a mistyped number from one that does not exist", async () => {
    const { number } = await desk.open();
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    const status = (typed: string) => desk.kit.system((ctx) => ticketStatusByNumber(ctx, typed));
    assert.deepEqual(await status(wrong), { status: "mistyped" });
    assert.deepEqual(await status("5724"), { status: "not-found" });
    assert.deepEqual(await status("12"), { status: "not-found" });
  });
});

test("what happened to a ticket can be neither changed nor removed", async () => {
  const { id } = await desk.open();
  for (const statement of [
    sql`update tickets.history set text = 'x' where ticket_id = ${id}`,
    sql`delete from tickets.history where ticket_id = ${id}`,
  ]) {
    await assert.rejects(
      desk.kit.system((ctx) => run(ctx, statement)),
      /append-only|permission denied/,
    );
  }
});
