import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Ticket } from "@vera/contracts/tickets";
import { type Province, province } from "../testing/province.ts";

let world: Province;
before(async () => {
  world = await province();
  await world.publish(world.rules());
});
after(() => world?.kit.close());

type Person = Province["agent"];
async function act(
  person: Person,
  ticket: Ticket,
  verb: string,
  body: object = {},
  status = 200,
): Promise<Ticket> {
  const current = (await world.coordinator.get(`/api/v1/tickets/${ticket.id}`)).body as Ticket;
  const reply = await person.post(`/api/v1/tickets/${ticket.id}/${verb}`, {
    version: current.version,
    ...body,
  });
  assert.equal(reply.status, status, JSON.stringify(reply.body));
  return reply.body;
}
const toEpe = { reason: "other-owner", text: "La columna es de la EPE", proposedLegalOwner: "company" };

describe("a street light of Vera", () => {
  test("is told to the town, returned as the company's, accepted there: one clock, two hops", async () => {
    world.kit.clock.set("2026-03-10T13:00:00Z");
    const opened = await world.open();
    assert.deepEqual(
      [opened.officeName, opened.tenantId, opened.state],
      ["Obras públicas", world.tenants.vera, "open"],
    );
    assert.equal(opened.hops[0]?.sentence, "Lo arregla la municipalidad.");
    world.kit.clock.advance(2 * 3600);
    const returned = await act(world.elena, opened, "return", toEpe);
    assert.deepEqual([returned.officeName, returned.owned, returned.bounces], ["Guardia", false, 1]);
    world.kit.clock.advance(3600);
    const accepted = await act(world.bruno, opened, "acceptance");
    assert.deepEqual([accepted.state, accepted.owned, accepted.accepted], ["in-progress", true, true]);
    assert.deepEqual(
      accepted.hops.map(({ tenantName, cameBy, seconds }) => [tenantName, cameBy, seconds]),
      [
        ["Vera", "rule", 7200],
        ["EPE", "returned", 3600],
      ],
    );
    assert.equal(accepted.elapsedSeconds, 3 * 3600);
    assert.equal(accepted.hops[1]?.norm, "Ley 10.014");
  });

  test("goes on being seen by who had it, who cannot work it any more", async () => {
    const opened = await world.open();
    await act(world.elena, opened, "return", toEpe);
    const seen = await world.elena.get(`/api/v1/tickets/${opened.id}`);
    assert.deepEqual([seen.status, seen.body.owned, seen.body.history.length], [200, false, 2]);
    assert.equal(seen.body.mayReturn, false);
    await act(world.elena, opened, "state", { to: "solved", text: "Listo" }, 404);
    await act(world.elena, opened, "acceptance", {}, 404);
    const found: boolean[] = [];
    // One after the other: the test's client signs in anew for each.
    for (const one of [world.elena, world.bruno]) {
      const { body } = await one.get("/api/v1/tickets?limit=100");
      found.push(body.items.some(({ id }: Ticket) => id === opened.id));
    }
    assert.deepEqual(found, [false, true]);
    const note = { text: "El vecino llamó otra vez", visibility: "internal" };
    assert.equal((await world.elena.post(`/api/v1/tickets/${opened.id}/notes`, note)).status, 201);
  });

  test("stands still while the citizen is asked, and goes on in the company's hours", async () => {
    world.kit.clock.set("2026-03-10T13:00:00Z");
    const opened = await world.open({ legalOwner: "company" });
    assert.equal(opened.officeName, "Guardia");
    await act(world.bruno, opened, "acceptance");
    world.kit.clock.advance(3600);
    const asked = await act(world.bruno, opened, "state", {
      to: "waiting-citizen",
      text: "¿Qué número tiene?",
    });
    assert.equal(asked.pausedBy, "waiting-citizen");
    world.kit.clock.advance(3 * 86_400);
    const answered = await act(world.bruno, opened, "state", { to: "in-progress" });
    assert.deepEqual([answered.elapsedSeconds, answered.pausedBy], [3600, null]);
    const paused = await act(world.bruno, opened, "pause", {
      reason: "third-party",
      text: "Falta la lámpara",
    });
    assert.equal(paused.pausedBy, "third-party");
    world.kit.clock.advance(86_400);
    assert.equal((await act(world.bruno, opened, "resumption")).elapsedSeconds, 3600);
  });
});

describe("an office that says no", () => {
  test("over the cap leaves it to the coordinator, whose word is the last", async () => {
    const opened = await world.open();
    await act(world.elena, opened, "return", toEpe);
    // The town returned it before: it would only go round.
    const again = { reason: "other-topic", text: "Es del municipio", proposedOfficeId: world.offices.vera };
    const escalated = await act(world.bruno, opened, "return", again);
    assert.equal(escalated.officeName, "Coordinación");
    assert.equal(escalated.hops.at(-1)?.cameBy, "escalated");
    const decision = { officeId: world.offices.epe, text: "El convenio dice EPE" };
    const decided = await act(world.coordinator, opened, "owner", decision);
    assert.deepEqual([decided.officeName, decided.mayReturn], ["Guardia", false]);
    await act(world.bruno, opened, "return", again, 409);
    await act(world.elena, opened, "owner", decision, 403);
    const last = await act(world.bruno, opened, "acceptance");
    assert.deepEqual([last.bounces, last.hops.length], [2, 4]);
  });

  test("must say whose it is, and not itself", async () => {
    const opened = await world.open();
    const nobody = { reason: "other-owner", text: "No es nuestro" };
    assert.equal(
      ((await act(world.elena, opened, "return", nobody, 422)) as never as { key: string }).key,
      "ticketProposeOwner",
    );
    await act(world.elena, opened, "return", { ...nobody, proposedOfficeId: world.offices.vera }, 422);
    await act(
      world.elena,
      opened,
      "return",
      { ...nobody, proposedOfficeId: world.kit.platform.ids.uuid() },
      404,
    );
  });
});

describe("the town's own first line", () => {
  test("opens a ticket that belongs to another organism, follows it, and sends its form twice without harm", async () => {
    const form = world.form({ tenantId: world.tenants.vera, legalOwner: "company" });
    // Topics of the province are out of the town's sight here: it names its own branch in life.
    const topic = await world.kit.system(async (ctx) => {
      const { createTopic } = await import("../../tenants/index.ts");
      return await createTopic(ctx, {
        tenantId: world.tenants.vera,
        parentId: world.lampTopicId,
        kind: "theme",
        name: "Luminaria",
      });
    });
    const first = await world.townAgent.post("/api/v1/tickets", { ...form, topicId: topic.id });
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.deepEqual([first.body.officeName, first.body.owned], ["Guardia", false]);
    const second = await world.townAgent.post("/api/v1/tickets", { ...form, topicId: topic.id });
    assert.equal(second.body.id, first.body.id);
    const stranger = world.kit.principal({ permissions: ["ticket.read"], tenants: [world.tenants.assa] });
    const http = await world.kit.http((await import("../routes.ts")).routes);
    assert.equal((await http.as(stranger).get(`/api/v1/tickets/${first.body.id}`)).status, 404);
  });
});
