import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTenant } from "../index.ts";
import { type TenantsDesk, tenantsDesk } from "../testing/tenants-desk.ts";

let kit: TenantsDesk["kit"];
let province: TenantsDesk["province"];
let platformAdmin: TenantsDesk["platformAdmin"];
let ministry: TenantsDesk["ministry"];
let masterOf: TenantsDesk["masterOf"];

before(async () => {
  ({ kit, province, platformAdmin, ministry, masterOf } = await tenantsDesk());
});
after(() => kit?.close());

describe("the topic tree", () => {
  async function topic(fields: object, who = province) {
    return await who.post("/api/v1/topics", {
      tenantId: kit.tenantId,
      parentId: null,
      kind: "jurisdiction",
      ...fields,
    });
  }

  test("is searched without accents, in any order, over the whole path", async () => {
    const economia = (await topic({ name: "Ministerio de Economía" })).body;
    const api = (
      await topic({ name: "Administración Provincial de Impuestos", kind: "organism", parentId: economia.id })
    ).body;
    const patente = (await topic({ name: "Patente Única sobre Vehículos", kind: "theme", parentId: api.id }))
      .body;
    await topic({ name: "Liquidación", kind: "reason", parentId: patente.id });
    const find = async (q: string) =>
      (await province.get(`/api/v1/topics?q=${encodeURIComponent(q)}`)).body.topics.map(
        ({ name }: { name: string }) => name,
      );
    assert.deepEqual(await find("vehiculos LIQUIDACION"), ["Liquidación"]);
    assert.deepEqual(await find("patente"), ["Patente Única sobre Vehículos", "Liquidación"]);
    assert.deepEqual(await find("100%"), []);
    const { body } = await province.get(`/api/v1/topics/${patente.id}`);
    assert.deepEqual(body.path, [
      "Ministerio de Economía",
      "Administración Provincial de Impuestos",
      "Patente Única sobre Vehículos",
    ]);
  });

  test("is found by what people call it, theme and reason together, and by the beginnings of words", async () => {
    const assa = (await topic({ name: "Aguas Santafesinas", kind: "organism", aliases: ["agua potable"] }))
      .body;
    const reclamo = (
      await topic({ name: "Reclamo", kind: "theme", parentId: assa.id, aliases: [" queja ", "queja"] })
    ).body;
    assert.deepEqual(reclamo.aliases, ["queja"]);
    const sin = (
      await topic({ name: "Sin agua", kind: "reason", parentId: reclamo.id, aliases: ["falta de água"] })
    ).body;
    await topic({ name: "Turbidez", kind: "reason", parentId: reclamo.id });
    const find = async (q: string) =>
      (await province.get(`/api/v1/topics?q=${encodeURIComponent(q)}`)).body.topics.map(
        ({ name }: { name: string }) => name,
      );
    assert.deepEqual(await find("falta de agua"), ["Sin agua"]);
    assert.deepEqual(await find("AGUA que falta"), ["Sin agua"]);
    assert.deepEqual(await find("queja falt"), ["Sin agua"]);
    assert.deepEqual(await find("alta agua"), [], "words begin, they are not cut in the middle");
    assert.deepEqual((await find("queja")).sort(), ["Reclamo", "Sin agua", "Turbidez"]);
    assert.deepEqual(await find("%"), []);
    const changed = await province.patch(`/api/v1/topics/${sin.id}`, { aliases: ["canilla seca"] });
    assert.deepEqual(changed.body.aliases, ["canilla seca"]);
    assert.deepEqual(await find("falta de agua"), []);
    assert.deepEqual(await find("seca"), ["Sin agua"]);
    const tooMany = await province.patch(`/api/v1/topics/${sin.id}`, { aliases: Array(41).fill("x") });
    assert.equal(tooMany.status, 422);
  });

  test("an organism hangs its own branch under the province's, and does not see what is not its own", async () => {
    const salud = (await topic({ name: "Ministerio de Salud" })).body;
    const child = await kit.system((ctx) => createTenant(ctx, ministry()));
    const own = { tenantId: child.id, kind: "theme", name: "Turnos", parentId: salud.id };
    assert.equal((await topic(own, platformAdmin)).status, 201);
    const mine = masterOf(child.id);
    const seen = (await mine.get("/api/v1/topics")).body.topics;
    assert.deepEqual(
      seen.map(({ path }: { path: string[] }) => path),
      [["Turnos"]],
    );
    const elsewhere = { tenantId: kit.otherTenantId, kind: "theme", name: "Ajeno", parentId: salud.id };
    assert.equal((await topic(elsewhere, platformAdmin)).body.key, "topicParentTenant");
  });

  test("deactivating takes the branch along and twins are refused", async () => {
    const root = (await topic({ name: "Empresas" })).body;
    const epe = (await topic({ name: "EPE", kind: "organism", parentId: root.id, code: "EPE" })).body;
    assert.equal((await topic({ name: "epé", kind: "organism", parentId: root.id })).body.key, "topicExists");
    assert.equal(
      (await topic({ name: "Otra", kind: "organism", parentId: root.id, code: "EPE" })).body.key,
      "topicCodeTaken",
    );
    assert.equal(
      (await topic({ name: "Torcido", kind: "jurisdiction", parentId: epe.id })).body.key,
      "topicKinds",
    );
    assert.equal(
      (await province.patch(`/api/v1/topics/${root.id}`, { parentId: epe.id })).body.key,
      "topicCycle",
    );
    assert.equal((await province.patch(`/api/v1/topics/${root.id}`, { active: false })).status, 200);
    assert.equal((await province.get(`/api/v1/topics/${epe.id}`)).body.active, false);
    const names = (await province.get("/api/v1/topics?q=epe")).body.topics;
    assert.equal(names.length, 0);
  });
});
