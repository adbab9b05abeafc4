import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findBrokenAuditEntry, many, one, sql } from "../platform/index.ts";
import { type CitizenDesk, citizenDesk } from "./testing/citizen-desk.ts";

let desk: CitizenDesk;
let kit: CitizenDesk["kit"];
let client: CitizenDesk["client"];
let agent: CitizenDesk["agent"];
let stranger: CitizenDesk["stranger"];
let register: CitizenDesk["register"];
let find: CitizenDesk["find"];
before(async () => {
  desk = await citizenDesk();
  ({ kit, client, stranger, register, find, agent } = desk);
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

describe("opening a record", () => {
  test("needs the contact in hand or a purpose, and leaves an audit row with it", async () => {
    const { id } = await register({ familyName: "Vista" });
    const silent = await agent.get(`/api/v1/citizens/${id}`);
    assert.deepEqual([silent.status, silent.body.key], [422, "citizenReasonNeeded"]);
    const interactionId = kit.platform.ids.uuid();
    const reply = await agent.get(`/api/v1/citizens/${id}?interactionId=${interactionId}`);
    assert.equal(reply.status, 200);
    assert.equal(reply.body.verification.state, "unverified");
    assert.deepEqual(await lastAudit(), {
      action: "citizen.viewed",
      subject: id,
      detail: { interactionId },
      actor: "Inés",
    });
    assert.equal(await kit.system(findBrokenAuditEntry), undefined);
  });

  test("without the permission, or of nobody, is refused", async () => {
    const nobody = client.as(kit.principal({ permissions: ["ticket.read"] }));
    const { id } = await register({ familyName: "Cerrada" });
    assert.equal((await nobody.get(`/api/v1/citizens/${id}?purpose=control`)).status, 403);
    assert.equal((await client.get(`/api/v1/citizens/${id}?purpose=control`)).status, 401);
    const missing = await agent.get(`/api/v1/citizens/${kit.platform.ids.uuid()}?purpose=control`);
    assert.equal(missing.status, 404);
  });
});

describe("editing beside the call", () => {
  test("of two agents the second is told who changed what it had on screen", async () => {
    const citizen = await register({
      familyName: "Edita",
      contactPoints: [{ kind: "phone", value: "3424506601" }],
    });
    const url = `/api/v1/citizens/${citizen.id}`;
    const first = await agent.patch(url, { version: 1, takeIntoAccount: "Escucha poco: hablale despacio" });
    assert.equal(first.body.version, 2);
    assert.equal(first.body.takeIntoAccount, "Escucha poco: hablale despacio");
    assert.equal(first.body.contactPoints.length, 1);
    const second = await agent.patch(url, { version: 1, familyName: "Pisada" });
    assert.equal(second.status, 409);
    assert.deepEqual([second.body.key, second.body.params.by], ["citizenChangedMeanwhile", "Inés"]);
    assert.equal((await find("pisada")).ids.length, 0);
  });

  test("keeps what stays, removes what is left out, and writes only names of fields into event and audit", async () => {
    const citizen = await register({
      familyName: "Lista",
      identifiers: [{ kind: "dni", value: "20123456" }],
      contactPoints: [
        { kind: "phone", value: "3424506602" },
        { kind: "email", value: "Ana@Ejemplo.AR" },
      ],
    });
    const [phone] = citizen.contactPoints;
    const { body } = await agent.patch(`/api/v1/citizens/${citizen.id}`, {
      version: 1,
      contactPoints: [{ kind: "phone", value: "0342 15 450-6602", label: "la hija", preferred: true }],
    });
    assert.equal(body.contactPoints.length, 1);
    assert.equal(body.contactPoints[0].id, phone?.id);
    assert.equal(body.contactPoints[0].line, "mobile");
    assert.equal(body.identifiers.length, 1);
    const events = await kit.system((ctx) =>
      many<{ type: string; data: object }>(
        ctx,
        sql`select type, data from platform.event where key = ${citizen.id} order by seq`,
      ),
    );
    assert.deepEqual(
      events.map(({ type }) => type),
      ["citizen.created", "citizen.updated"],
    );
    assert.deepEqual(events[1]?.data, { citizenId: citizen.id, changed: ["contactPoints"], version: 2 });
    assert.deepEqual((await lastAudit()).detail, { changed: ["contactPoints"], version: 2 });
  });

  test("an edit that changes nothing makes no new version", async () => {
    const citizen = await register({ familyName: "Quieta" });
    const { body } = await agent.patch(`/api/v1/citizens/${citizen.id}`, {
      version: 1,
      familyName: " Quieta ",
    });
    assert.equal(body.version, 1);
  });

  test("a checked person is unverified again when the document changes, not when the phone does", async () => {
    const citizen = await register({
      familyName: "Verifica",
      birthOn: "1990-05-05",
      identifiers: [{ kind: "dni", value: "35111222" }],
    });
    const url = `/api/v1/citizens/${citizen.id}`;
    const method = "document-and-birth-date";
    const checked = await agent.post(`${url}/verification`, { version: 1, method });
    assert.deepEqual(
      [checked.body.verification.state, checked.body.verification.byName],
      ["verified", "Inés"],
    );
    const phoned = await agent.patch(url, {
      version: 2,
      contactPoints: [{ kind: "phone", value: "3424506603" }],
    });
    assert.equal(phoned.body.verification.state, "verified");
    const other = await agent.patch(url, { version: 3, identifiers: [{ kind: "dni", value: "35111223" }] });
    assert.equal(other.body.verification.state, "unverified");
  });

  test("nobody is verified by documents that the record does not have", async () => {
    const { id } = await register({ familyName: "Sinpapeles" });
    const reply = await agent.post(`/api/v1/citizens/${id}/verification`, {
      version: 1,
      method: "document-and-birth-date",
    });
    assert.deepEqual([reply.status, reply.body.key], [422, "nothingToVerify"]);
  });
});

describe("one organism's notes", () => {
  test("are not seen and not written by another organism", async () => {
    const { id } = await register({ familyName: "Notas" });
    const detail = { tenantId: kit.tenantId, version: 0, notes: "Beneficiaria de tarifa social" };
    assert.equal((await agent.put(`/api/v1/citizens/${id}/detail`, detail)).body.details.length, 1);
    const seen = await stranger.get(`/api/v1/citizens/${id}?purpose=control`);
    assert.deepEqual(seen.body.details, []);
    const written = await stranger.put(`/api/v1/citizens/${id}/detail`, {
      ...detail,
      version: 1,
      notes: "x",
    });
    assert.equal(written.status, 404);
    const rows = await kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
      many(ctx, sql`select notes from citizens.tenant_detail`),
    );
    assert.deepEqual(rows, []);
  });

  test("written by two at once: the second is told", async () => {
    const { id } = await register({ familyName: "Choque" });
    const notes = { tenantId: kit.tenantId, version: 0, notes: "una" };
    await agent.put(`/api/v1/citizens/${id}/detail`, notes);
    const second = await agent.put(`/api/v1/citizens/${id}/detail`, { ...notes, notes: "otra" });
    assert.deepEqual([second.status, second.body.key], [409, "citizenNotesChangedMeanwhile"]);
  });
});
