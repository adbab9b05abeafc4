import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asSystem, many, sql } from "../platform/index.ts";
import { testPlatform } from "../platform/testing/index.ts";
import { loadRegister, registerCsv, syntheticRegister } from "./index.ts";
import { cuilOf } from "./synthetic-person.ts";

const size = { count: 20_000, seed: 7, duplicates: 0.05 };

describe("a synthetic register", () => {
  const records = [...syntheticRegister(size)];
  const csv = (seed: number) => [...registerCsv({ ...size, count: 500, seed })].join("");

  test("is the same for the same seed, and another for another", () => {
    assert.equal(csv(7), csv(7));
    assert.notEqual(csv(7), csv(8));
    assert.equal(csv(7).trimEnd().split("\r\n").length, 501);
  });

  test("gives each person one document and a CUIL whose check digit holds", () => {
    const first = new Map(
      records.map((record) => [record.person, record]).reverse() as [number, (typeof records)[0]][],
    );
    const documents = [...first.values()].map(({ document }) => document);
    assert.equal(new Set(documents).size, documents.length);
    assert.equal(cuilOf("5536168", "m"), "20055361682");
  });

  test("labels what repeats somebody, in about the share asked for, and says how it differs", () => {
    const people = new Set(records.map(({ person }) => person)).size;
    const repeated = records.length - people;
    assert.ok(repeated > 0.03 * records.length && repeated < 0.07 * records.length, String(repeated));
    assert.ok(records.some(({ errors }) => errors.includes("familyName.misspelt")));
  });

  test("has frequent and rare names, documents that follow age, and big towns before small ones", () => {
    const share = (test: (record: (typeof records)[0]) => boolean) =>
      records.filter(test).length / records.length;
    assert.ok(share(({ familyName }) => familyName.split(" ")[0] === "González") > 0.008);
    assert.ok(new Set(records.map(({ familyName }) => familyName)).size > 3_000);
    assert.ok(share(({ town }) => town.name === "Rosario") > 4 * share(({ town }) => town.name === "Vera"));
    const old = records.filter(
      ({ birthOn, document }) => birthOn !== "" && birthOn < "1950" && document !== "",
    );
    assert.ok(old.filter(({ document }) => Number(document) < 9_000_000).length / old.length > 0.97);
  });
});

test("a register loads whole, is searchable at once, and a second load of it changes nothing", async () => {
  const kit = await testPlatform();
  try {
    const small = { count: 3_000, seed: 3, duplicates: 0.05 };
    assert.equal(await loadRegister(kit.databaseUrl, small), small.count);
    const count = () =>
      asSystem(kit.platform, "test", (ctx) =>
        many<{ people: number; pairs: number; ends: number }>(
          ctx,
          sql`select count(*) as people, (select count(*) from citizens.name_pair) as pairs, count(document_end) as ends
              from citizens.citizen`,
        ),
      );
    const [before] = await count();
    assert.equal(before?.people, small.count);
    assert.ok((before?.ends ?? 0) > 2_800);
    const [expected] = await asSystem(kit.platform, "test", (ctx) =>
      many<{ pairs: number }>(
        ctx,
        sql`select count(*) as pairs from citizens.citizen c cross join citizens.name_pairs(c.search_name)`,
      ),
    );
    assert.equal(before?.pairs, expected?.pairs, "the load writes the pairs that the triggers would");
    await assert.rejects(loadRegister(kit.databaseUrl, small), /duplicate key/);
    assert.deepEqual(await count(), [before]);
    await loadRegister(kit.databaseUrl, { ...small, count: 50, seed: 4, duplicates: 0 });
    assert.equal(
      (await count())[0]?.people,
      small.count + 50,
      "into a register that has people, by the triggers",
    );
  } finally {
    await kit.close();
  }
});
