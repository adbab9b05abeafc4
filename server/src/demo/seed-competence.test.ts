import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createIdentity } from "../identity/index.ts";
import { many, run, sql } from "../platform/index.ts";
import { testPlatform } from "../platform/testing/index.ts";
import { openTicket } from "../tickets/index.ts";
import { seedDemo } from "./index.ts";

test("in the demonstration a dead street light of Vera is the town's, and the company's if the column is", async () => {
  const kit = await testPlatform();
  const dataDir = mkdtempSync(join(tmpdir(), "vera-demo-"));
  const identity = await createIdentity(kit.platform);
  try {
    await kit.system((ctx) => run(ctx, sql`delete from tenants.tenant`));
    await seedDemo(kit.platform, { dataDir, identity });
    const offices = await kit.system(async (ctx) => {
      const [lamp] = await many<{ id: string; tenantId: string }>(
        ctx,
        sql`select id, tenant_id as "tenantId" from tenants.topic where name = 'Luminaria apagada'`,
      );
      assert.ok(lamp);
      const form = {
        ...{ tenantId: lamp.tenantId, topicId: lamp.id, kind: "service-claim" as const },
        ...{
          answers: { riesgo: "no", cuantas: "una" },
          subject: "Luminaria apagada",
          description: "",
          place: { locality: "Vera", address: "Belgrano 1450" },
        },
      };
      const town = await openTicket(ctx, { ...form, idempotencyKey: "demo-one" });
      const company = await openTicket(ctx, { ...form, legalOwner: "company", idempotencyKey: "demo-two" });
      assert.ok(town.dueAt);
      return [town, company].map(({ officeName, hops }) => [officeName, hops[0]?.tenantName]);
    });
    assert.deepEqual(offices, [
      ["Obras y servicios públicos", "Vera"],
      ["Guardia de reclamos", "EPE"],
    ]);
  } finally {
    identity.close();
    await kit.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
