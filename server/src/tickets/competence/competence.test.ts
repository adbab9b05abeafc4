import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import { type Province, province } from "../testing/province.ts";

let world: Province;
before(async () => {
  world = await province();
});
after(() => world?.kit.close());

const ask = async (more: object = {}) => {
  const base = { tenantId: world.kit.tenantId, topicId: world.lampTopicId, locality: "Vera" };
  const reply = await world.agent.post("/api/v1/competence/answer", { ...base, ...more });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
};

describe("rules of competence", () => {
  test("answer nothing before there are any", async () => {
    assert.deepEqual([(await ask()).by, (await ask()).office], ["no-rules", null]);
  });

  test("with two owners for one matter, a closed office or nobody for the rest are refused, naming the line", async () => {
    const draft = {
      tenantId: world.kit.tenantId,
      fallbackOfficeId: world.offices.coordination,
      maxBounces: 2,
    };
    const [first, ...rest] = world.rules();
    const twice = await world.coordinator.put("/api/v1/competence/draft", {
      ...draft,
      rules: [first, ...rest, first],
    });
    assert.equal(twice.body.key, "competenceTwoOwners");
    assert.deepEqual(twice.body.params, { first: 1, second: 4 });
    const target = { kind: "office", officeId: world.kit.platform.ids.uuid() };
    const closed = await world.coordinator.put("/api/v1/competence/draft", {
      ...draft,
      rules: [{ ...first, target }],
    });
    assert.equal(closed.body.key, "competenceOfficeClosed");
    await world.coordinator.put("/api/v1/competence/draft", {
      ...draft,
      fallbackOfficeId: null,
      rules: [first],
    });
    const body = { tenantId: world.kit.tenantId, note: "Sin dueño" };
    assert.equal(
      (await world.coordinator.post("/api/v1/competence/publication", body)).body.key,
      "competenceFallbackMissing",
    );
    assert.equal((await world.elena.put("/api/v1/competence/draft", { ...draft, rules: [] })).status, 403);
  });

  test("published for a moment to come hold from that moment, the earlier ones until then", async () => {
    await world.publish([]);
    assert.deepEqual([(await ask()).by, (await ask()).office.name], ["fallback", "Coordinación"]);
    const later = new Date(world.kit.clock.now().getTime() + 3_600_000).toISOString();
    await world.publish(world.rules(), later);
    assert.equal((await ask()).by, "fallback");
    world.kit.clock.advance(3600);
    const answer = await ask();
    assert.deepEqual([answer.by, answer.office.name, answer.norm], ["rule", "Obras públicas", "Ley 2.756"]);
    assert.deepEqual(answer.depends, [
      {
        legalOwner: "company",
        office: { id: world.offices.epe, name: "Guardia", tenantId: world.tenants.epe, tenantName: "EPE" },
      },
    ]);
  });

  test("ask for the provider's claim number before the regulator", async () => {
    const first = await ask({ topicId: world.waterTopicId });
    assert.deepEqual(
      [first.office.tenantName, first.needsClaimOf, first.sentence],
      ["ASSA", "ASSA", "Primero lo recibe Aguas."],
    );
    const second = await ask({ topicId: world.waterTopicId, providerClaim: "88.213" });
    assert.deepEqual([second.office.tenantName, second.needsClaimOf], ["ENRESS", null]);
    const ticket = await world.open({ topicId: world.waterTopicId, providerClaim: "88.213" });
    assert.deepEqual([ticket.officeName, ticket.providerClaim], ["Segunda instancia", "88.213"]);
  });

  test("are tried against last month's tickets before they hold, and change none of them", async () => {
    const ticket = await world.open();
    await world.open({ place: { locality: "Margarita", address: null } });
    const [, lamp] = world.rules();
    const rules = [{ ...lamp, legalOwner: null }];
    const draft = {
      tenantId: world.kit.tenantId,
      fallbackOfficeId: world.offices.coordination,
      maxBounces: 2,
      rules,
    };
    await world.coordinator.put("/api/v1/competence/draft", draft);
    const { body } = await world.coordinator.post("/api/v1/competence/simulation", {
      tenantId: world.kit.tenantId,
    });
    assert.deepEqual([body.tickets, body.changed, body.withoutRule], [3, 3, 1]);
    assert.ok(
      body.moves.some(
        (move: { from: string; to: string }) => move.from === "Obras públicas" && move.to === "Guardia",
      ),
    );
    assert.equal((await world.agent.get(`/api/v1/tickets/${ticket.id}`)).body.officeName, "Obras públicas");
  });

  test("keep open the office that takes what is nobody's", async () => {
    const admin = world.kit.principal({ permissions: ["office.manage"] });
    const http = await world.kit.http((await import("../routes.ts")).routes);
    const reply = await http
      .as(admin)
      .patch(`/api/v1/offices/${world.offices.coordination}`, { active: false });
    assert.equal(reply.body.key, "officeIsFallback");
  });

  test("are kept from other organisms while they are a draft", async () => {
    for (const table of ["competence_book", "competence_rule"]) {
      const rows = await world.kit.as({ tenants: [world.kit.otherTenantId] }, (ctx) =>
        many<{ number: number | null }>(
          ctx,
          table === "competence_book"
            ? sql`select number from tickets.competence_book`
            : sql`select b.number from tickets.competence_rule r left join tickets.competence_book b on b.id = r.book_id`,
        ),
      );
      assert.ok(rows.length > 0 && rows.every(({ number }) => number !== null), table);
    }
    const stranger = world.kit.principal({
      permissions: ["competence.manage"],
      tenants: [world.kit.otherTenantId],
    });
    const http = await world.kit.http((await import("../routes.ts")).routes);
    const books = await http.as(stranger).get(`/api/v1/competence/books?tenantId=${world.kit.tenantId}`);
    assert.equal(books.status, 404);
  });
});
