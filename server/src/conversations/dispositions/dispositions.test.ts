import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ConversationKit, conversationKit, PERMISSIONS } from "../testing/conversation-kit.ts";

let k: ConversationKit;
before(async () => {
  k = await conversationKit();
});
after(() => k.kit.close());

test("the detail shows segments, names, result, note and what happened", async () => {
  const id = await k.call({ citizenId: await k.citizen("Celina", "Algarrobo") });
  const typed = await k.as().post(`/api/v1/interactions/${id}/disposition`, {
    topicId: k.topicId,
    outcomeCode: "resuelto",
    summary: "Se explicó el corte programado",
  });
  assert.equal(typed.status, 201);
  assert.deepEqual(typed.body.topicPath, ["Provincia", "Corte de agua"]);
  assert.equal(
    (await k.as().post(`/api/v1/interactions/${id}/notes`, { text: "Volver a mirar" })).status,
    201,
  );

  const { body, status } = await k.as().get(`/api/v1/interactions/${id}`);
  assert.equal(status, 200);
  assert.deepEqual(
    body.segments.map((s: { kind: string; queueName: string }) => [s.kind, s.queueName]),
    [
      ["queue", "Agua y cloacas"],
      ["talk", "Agua y cloacas"],
      ["wrap-up", "Agua y cloacas"],
    ],
  );
  assert.equal(body.waitMs, 7_000);
  assert.equal(body.talkMs, 60_000);
  assert.equal(body.citizenName, "Celina Algarrobo");
  assert.equal(body.topicName, "Corte de agua");
  assert.equal(body.dispositions[0].outcomeName, "Resuelto en el momento");
  assert.equal(body.notes[0].authorName, "Inés Aromo");
  assert.equal(body.events.at(-1).type, "interaction.dispositioned");
});

test("the same result typed twice is one result, another one supersedes it", async () => {
  const id = await k.call({});
  const say = (summary: string) =>
    k.as().post(`/api/v1/interactions/${id}/disposition`, {
      topicId: k.topicId,
      outcomeCode: "informado",
      summary,
    });
  const first = await say("Horario");
  assert.equal((await say("Horario")).body.id, first.body.id);
  await say("Horario y requisitos");
  const { body } = await k.as().get(`/api/v1/interactions/${id}`);
  assert.deepEqual(
    body.dispositions.map((d: { summary: string }) => d.summary),
    ["Horario", "Horario y requisitos"],
  );
});

test("a result needs a known code, a topic, a summary where asked, and somebody who attended", async () => {
  const id = await k.call({});
  const say = (body: object, who = k.as()) => who.post(`/api/v1/interactions/${id}/disposition`, body);
  const wrong = [
    [{ topicId: k.topicId, outcomeCode: "inventado", summary: "x" }, "outcomeCodeUnknown"],
    [{ topicId: k.topicId, outcomeCode: "otro", summary: "  " }, "summaryRequired"],
    [{ topicId: k.kit.tenantId, outcomeCode: "resuelto", summary: "x" }, "topicUnknown"],
  ] as const;
  for (const [body, key] of wrong) {
    const reply = await say(body);
    assert.equal(reply.status, 422);
    assert.equal(reply.body.key, key);
  }
  const body = { topicId: k.topicId, outcomeCode: "resuelto", summary: "" };
  const stranger = k.as({ userId: k.kit.platform.ids.uuid() });
  assert.equal((await say(body, stranger)).status, 403);
  const supervisor = k.as({
    permissions: [...PERMISSIONS, "supervise.state"],
    userId: k.kit.platform.ids.uuid(),
  });
  assert.equal((await say(body, supervisor)).status, 201);
});

test("an organism starts with the common outcome codes, adds its own and switches off what it does not use", async () => {
  const path = "/api/v1/outcome-codes";
  const before = await k.as().get(`${path}?tenantId=${k.kit.tenantId}`);
  assert.ok(before.body.items.some((code: { code: string }) => code.code === "resuelto"));
  const added = await k.as().post(path, {
    tenantId: k.kit.tenantId,
    code: "cita",
    name: "Se dio un turno",
    kind: "solved",
  });
  assert.equal(added.status, 201);
  const again = await k.as().post(path, {
    tenantId: k.kit.tenantId,
    code: "cita",
    name: "Turno",
    kind: "solved",
  });
  assert.equal(again.status, 409);
  assert.equal((await k.as().patch(`${path}/${added.body.id}`, { active: false })).body.active, false);
  const id = await k.call({});
  const typed = await k.as().post(`/api/v1/interactions/${id}/disposition`, {
    topicId: k.topicId,
    outcomeCode: "cita",
    summary: "",
  });
  assert.equal(typed.status, 422);
  const other = k.as({ tenants: [k.kit.otherTenantId] });
  assert.equal((await other.patch(`${path}/${added.body.id}`, { active: true })).status, 404);
});
