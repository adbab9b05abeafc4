import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");
const sources = globSync("server/src/**/*.ts", { cwd: ROOT });
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
/** A relation after from, join, into, update or delete from: schema.table. */
const RELATION = /\b(?:from|join|into|update)\s+([a-z_]+)\.[a-z_]+/gi;

describe("SQL", () => {
  const isSql = (text: string): boolean => /\bsql(<[^`]*>)?`/.test(text);
  const outside = sources.filter(
    (file) => !/\/(platform|demo|processes|cli)\/|\.test\.ts$|\/testing\//.test(file),
  );

  test("lives in store.ts files only", () => {
    const found = outside.filter((file) => !file.endsWith("/store.ts") && isSql(read(file)));
    assert.deepEqual(found, []);
  });

  for (const file of outside.filter((name) => name.endsWith("/store.ts"))) {
    test(`of ${file} names only its module's schema`, () => {
      const owner = file.split("/")[2] ?? "";
      const named = [...read(file).matchAll(RELATION)].map((match) => match[1]);
      assert.deepEqual(
        [...new Set(named)].filter((schema) => schema !== owner && schema !== "platform"),
        [],
      );
    });
  }
});

describe("tables", () => {
  const migrations = globSync("server/migrations/*.sql", { cwd: ROOT }).sort();

  test("with a tenant_id stand behind row-level security", () => {
    const text = migrations.map(read).join("\n");
    const tables = [...text.matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+) \(([^;]*?)\n\);/g)];
    assert.ok(tables.length > 20, "the pattern finds the tables");
    const open = tables
      .filter(([, , body]) => /^\s*tenant_id\b/m.test(body ?? ""))
      .map(([, name]) => name ?? "")
      .filter((name) => !text.includes(`platform.protect('${name}'`));
    assert.deepEqual(open, []);
  });

  test("come in numbered files whose numbers are taken once", () => {
    const numbers = migrations.map((file) => /(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
    assert.equal(new Set(numbers).size, migrations.length);
  });
});

describe("layers", () => {
  test("are checked on the modules that exist, not on an empty list", () => {
    const cruiser = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [cruiser, "server/src", "--config", ".dependency-cruiser.mjs", "--output-type", "json"];
    const output = execFileSync(process.execPath, args, { cwd: ROOT, maxBuffer: 1 << 28, encoding: "utf8" });
    const { summary } = JSON.parse(output) as { summary: { totalCruised: number } };
    assert.ok(
      summary.totalCruised >= sources.length / 2,
      `only ${summary.totalCruised} modules were cruised`,
    );
  });
});

describe("every module", () => {
  for (const door of globSync("server/src/*/index.ts", { cwd: ROOT })) {
    test(`has a README beside ${door}`, () => {
      assert.ok(read(door.replace("index.ts", "README.md")).length > 200);
    });
  }
});
