import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { run, sql } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { writeHandMadeDay } from "../testing/hand-made-day.ts";
import { at } from "../testing/replayed-day.ts";
import { FACT_TABLES, type FactTable } from "./fact.ts";
import { storedFacts } from "./store.ts";
import { factsInLog, refillFacts, takeInFacts } from "./take-in-facts.ts";

let kit: TestPlatform;
before(async () => {
  kit = await testPlatform();
  kit.clock.set(at("+1 00:30:00"));
  takeInFacts(kit.platform);
  await kit.system((ctx) => writeHandMadeDay(ctx, kit.tenantId, kit.otherTenantId));
  await kit.platform.events.drained();
});
after(() => kit.close());

function comparable(row: Record<string, unknown>): string {
  const entries = Object.entries(row).map(([column, value]) => {
    const isInstant = column === "at" || column.endsWith("_at");
    return [column, isInstant && value !== null ? new Date(value as string).toISOString() : value];
  });
  return JSON.stringify(Object.fromEntries(entries.sort()));
}

test("the facts are what the event log says, also when every event is seen twice", async () => {
  const since = new Date(0);
  assert.equal(await refillFacts(kit.platform, since), 0, "nothing was missing");
  await kit.system((ctx) =>
    run(ctx, sql`update platform.subscription set transaction = '0', seq = 0 where name = 'reporting-facts'`),
  );
  await kit.platform.events.drained();
  await kit.system(async (ctx) => {
    const logged = new Map<FactTable, string[]>(FACT_TABLES.map((table) => [table, []]));
    for await (const { table, row } of factsInLog(ctx, since))
      logged.get(table)?.push(comparable({ ...row }));
    for (const table of FACT_TABLES) {
      const stored = (await storedFacts(ctx, { table, since })).map(comparable);
      assert.ok(stored.length > 0, table);
      assert.deepEqual(stored.sort(), logged.get(table)?.sort(), table);
    }
  });
});

test("facts cannot be changed, not even by Vera's own processes", async () => {
  for (const table of FACT_TABLES) {
    for (const statement of [sql`delete from`, sql`truncate`]) {
      await assert.rejects(
        kit.system((ctx) => run(ctx, sql`${statement} ${sql.id("reporting", table)}`)),
        table,
      );
    }
  }
});
