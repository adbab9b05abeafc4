import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { defaultCalendarOf, openState, readDescendants } from "../index.ts";
import { type TenantsDesk, tenantsDesk } from "../testing/tenants-desk.ts";

let kit: TenantsDesk["kit"];
let province: TenantsDesk["province"];
let platformAdmin: TenantsDesk["platformAdmin"];
let ministry: TenantsDesk["ministry"];

before(async () => {
  ({ kit, province, platformAdmin, ministry } = await tenantsDesk());
});
after(() => kit?.close());

describe("the tree of tenants", () => {
  test("a tenant is created under one's own with its name, place in the tree and a calendar", async () => {
    const created = await province.post("/api/v1/tenants", {
      ...ministry(),
      province: "AR-S",
      locality: "Vera",
    });
    assert.equal(created.status, 201);
    assert.equal(created.body.names[0].validFrom, "2026-03-10");
    assert.deepEqual(
      [created.body.name, created.body.zone],
      ["Ministerio de Salud", "America/Argentina/Buenos_Aires"],
    );
    const below = await kit.system((ctx) => readDescendants(ctx, [kit.tenantId]));
    assert.ok(below.some(({ id }) => id === created.body.id));
    const calendar = await kit.system((ctx) => defaultCalendarOf(ctx, created.body.id));
    assert.equal((await kit.system((ctx) => openState(ctx, { calendarId: calendar }))).open, true);
  });

  test("under a tenant of somebody else, or without a parent, it is refused", async () => {
    assert.equal((await province.post("/api/v1/tenants", ministry(kit.otherTenantId))).status, 404);
    assert.equal((await province.post("/api/v1/tenants", ministry(null))).status, 403);
    assert.equal((await platformAdmin.post("/api/v1/tenants", ministry(null))).status, 201);
  });

  test("a short address is unique even over tenants that cannot be seen", async () => {
    const reply = await province.post("/api/v1/tenants", { ...ministry(), slug: "otra" });
    assert.deepEqual([reply.status, reply.body.key], [409, "slugTaken"]);
  });

  test("names are dated: the new one holds from its day, the old one before", async () => {
    const { body } = await province.post("/api/v1/tenants", ministry());
    const renamed = await platformAdmin.post(`/api/v1/tenants/${body.id}/names`, {
      name: "Ministerio de Salud y Ambiente",
      shortName: "Salud",
      validFrom: "2026-04-01",
    });
    assert.equal(renamed.body.name, "Ministerio de Salud");
    assert.deepEqual(
      renamed.body.names.map(({ validFrom, validTo }: { validFrom: string; validTo: string | null }) => [
        validFrom,
        validTo,
      ]),
      [
        ["2026-03-10", "2026-04-01"],
        ["2026-04-01", null],
      ],
    );
    kit.clock.set("2026-04-01T02:59:00Z");
    assert.equal((await platformAdmin.get(`/api/v1/tenants/${body.id}`)).body.name, "Ministerio de Salud");
    kit.clock.set("2026-04-01T03:00:00Z");
    assert.equal(
      (await platformAdmin.get(`/api/v1/tenants/${body.id}`)).body.name,
      "Ministerio de Salud y Ambiente",
    );
    kit.clock.set("2026-03-10T13:00:00Z");
  });

  test("branding is kept and a colour must be one", async () => {
    const url = `/api/v1/tenants/${kit.tenantId}`;
    const reply = await province.patch(url, { displayName: "Santa Fe Provincia", colour: "#C8102E" });
    assert.deepEqual(reply.body.branding, {
      displayName: "Santa Fe Provincia",
      colour: "#c8102e",
      logoFileId: null,
    });
    assert.equal((await province.patch(url, { colour: "red" })).status, 422);
    assert.equal((await province.patch(url, { zone: "America/Atlantis" })).body.key, "unknownZone");
  });

  test("a branch moves whole, never below itself, and only from above", async () => {
    const top = (await platformAdmin.post("/api/v1/tenants", ministry())).body;
    const leaf = (await platformAdmin.post("/api/v1/tenants", ministry(top.id))).body;
    assert.equal(
      (await platformAdmin.patch(`/api/v1/tenants/${top.id}`, { parentId: leaf.id })).body.key,
      "tenantCycle",
    );
    assert.equal(
      (await platformAdmin.patch(`/api/v1/tenants/${top.id}`, { parentId: kit.otherTenantId })).status,
      200,
    );
    const below = await kit.system((ctx) => readDescendants(ctx, [kit.otherTenantId, kit.tenantId]));
    assert.deepEqual(
      below.filter(({ id }) => id === leaf.id).map(({ ancestor }) => ancestor),
      [kit.otherTenantId],
    );
    const own = await province.patch(`/api/v1/tenants/${kit.tenantId}`, { parentId: kit.otherTenantId });
    assert.deepEqual([own.status, own.body.key], [403, "platformOnly"]);
  });

  test("one with open organisms below it stays open", async () => {
    const top = (await platformAdmin.post("/api/v1/tenants", ministry())).body;
    await platformAdmin.post("/api/v1/tenants", ministry(top.id));
    assert.equal(
      (await platformAdmin.patch(`/api/v1/tenants/${top.id}`, { closed: true })).body.key,
      "tenantHasChildren",
    );
    assert.equal(
      (await province.patch(`/api/v1/tenants/${kit.tenantId}`, { closed: true })).body.key,
      "closedFromAbove",
    );
  });
});
