import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { changeTenant, prepareTenants, searchTopics } from "../../tenants/index.ts";
import { seedOrganisms } from "../seed-organisms.ts";
import { TOPIC_ALIASES } from "./topic-aliases.ts";

let kit: TestPlatform;
let paths: readonly string[];
before(async () => {
  kit = await testPlatform();
  await prepareTenants(kit.platform);
  const change = { slug: "otra-provincia" };
  await kit.system((ctx) => changeTenant(ctx, { tenantId: kit.tenantId, change }));
  paths = [...(await kit.system(seedOrganisms)).topics.keys()];
});
after(() => kit?.close());

test("every alias of the demonstration belongs to one topic of its tree", () => {
  const known = paths.map((path) => path.split(" > ").slice(1).join(" > "));
  for (const key of Object.keys(TOPIC_ALIASES)) {
    assert.equal(known.filter((path) => path === key).length, 1, key);
  }
});

describe("what people say finds the topic", () => {
  const SAID = {
    "falta de agua": "Sin agua",
    "no hay agua": "Sin agua",
    "AGUA falta la": "Sin agua",
    "me quedé sin luz": null,
    "sin luz": "Sin suministro",
    "falta la luz": "Sin suministro",
    "agua sucia": "Turbidez",
    "carnet renovar": "Renovación presencial",
    "partida de nacimiento": "Nacimiento",
    "olvide la clave": "Recuperar contraseña",
    basura: "Recolección",
  };
  for (const [said, name] of Object.entries(SAID)) {
    test(`"${said}" → ${name ?? "nothing: one word is nowhere"}`, async () => {
      const [first] = await kit.system((ctx) => searchTopics(ctx, { text: said }));
      assert.equal(first?.name ?? null, name);
    });
  }
});
