import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { embeddedPostgresUrl } from "../server/src/platform/db/embedded-postgres.ts";
import { createPool } from "../server/src/platform/db/pool.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";
import { waitFor } from "./support/wait-for.ts";

const ROOT = join(import.meta.dirname, "..");
const CLI = join(ROOT, "server/src/cli.ts");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function vera(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    timeout: 120_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Every process whose command line names the folder. */
function processesOf(folder: string): string[] {
  const list = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return list.split("\n").filter((line) => line.includes(folder) && !line.includes("ps -eo"));
}

/** How many there are; append-only for everybody but the owner of the table, who can lose them. */
async function interactionFacts(dataDir: string, { loseThem = false } = {}): Promise<number> {
  const client = createPool({
    url: embeddedPostgresUrl(join(dataDir, "postgres"), "vera"),
    maxConnections: 1,
  });
  try {
    if (loseThem) await client.query("set session_replication_role = replica");
    const query = loseThem
      ? "delete from reporting.fact_interaction"
      : "select from reporting.fact_interaction";
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

describe("the launcher", { concurrency: false }, () => {
  let one: RunningVera;
  let two: RunningVera;
  const spare = mkdtempSync(join(tmpdir(), "vera-spare-"));

  before(async () => {
    one = await startDemo();
  });
  after(async () => {
    await two?.stop();
    await one?.stop();
    one?.remove();
    two?.remove();
    rmSync(spare, { recursive: true, force: true });
  });

  test("two instances with their own data and ports run side by side", async () => {
    two = await startDemo();
    for (const { ready } of [one, two]) {
      const reply = await fetch(`${ready.url}/readyz`);
      assert.deepEqual(await reply.json(), {
        status: "ready",
        parts: { database: true, "telephone engine": true },
      });
    }
    assert.notEqual(one.ready.sip, two.ready.sip);
  });

  test("./vera call reaches the one that it names", () => {
    const { code, out } = vera("call", "--data", two.dataDir, "--seconds", "3");
    assert.equal(code, 0, out);
    assert.match(out, /Answered/);
  });

  test("a second start on the same data is refused with what to do", () => {
    const { code, err } = vera("start", "--data", one.dataDir, "--http-port", "0", "--sip-port", "0");
    assert.equal(code, 1);
    assert.match(err, /already runs on .*another --data/s);
  });

  test("a port that is taken is named with the option that changes it", () => {
    const http = new URL(one.ready.url).port;
    const web = vera("start", "--data", spare, "--http-port", http, "--sip-port", "0");
    assert.equal(web.code, 1);
    assert.match(web.err, new RegExp(`${http}.*--http-port`, "s"));
    const sip = vera("start", "--data", spare, "--http-port", "0", "--sip-port", String(one.sip.port));
    assert.equal(sip.code, 1);
    assert.match(sip.err, new RegExp(`${one.sip.port}.*--sip-port`, "s"));
    assert.deepEqual(processesOf(spare), [], "what had been started was stopped");
  });

  test("facts that are missing are made again from the event log, beside the running program and without it", async () => {
    const rebuild = (): number => {
      const { code, out, err } = vera("figures", "rebuild", "--data", two.dataDir, "--json");
      assert.equal(code, 0, err);
      return (JSON.parse(out) as { added: number }).added;
    };
    // The call of the test before has ended; its facts follow its events.
    await waitFor(async () => (await interactionFacts(two.dataDir)) > 0, { what: "a fact" });
    assert.equal(rebuild(), 0, "nothing was missing");
    const lost = await interactionFacts(two.dataDir, { loseThem: true });
    assert.equal(rebuild(), lost);
    await interactionFacts(two.dataDir, { loseThem: true });
    await two.stop();
    assert.equal(rebuild(), lost, "with a database of its own for as long as it takes");
    assert.deepEqual(processesOf(two.dataDir), []);
    two = await startDemo({ dataDir: two.dataDir });
    assert.equal(await interactionFacts(two.dataDir), lost);
  });

  test("Ctrl-C ends everything that was started", async () => {
    assert.ok(processesOf(two.dataDir).length > 1, "it had processes of its own");
    assert.equal(await two.stop(), 0);
    assert.deepEqual(processesOf(two.dataDir), []);
  });

  test("what was there is there again after the next start", async () => {
    const { dataDir, ready } = two;
    two = await startDemo({ dataDir });
    assert.equal(two.ready.apiKey, ready.apiKey);
    const reply = await fetch(`${two.ready.url}/api/v1/queues`, {
      headers: { authorization: `Bearer ${two.ready.apiKey}` },
    });
    const { items } = (await reply.json()) as { items: unknown[] };
    assert.equal(items.length, 6);
  });

  test("an unknown option, an unknown command and a wrong port are answered with help and code 2", () => {
    for (const args of [
      ["start", "--sipport", "1"],
      ["strat"],
      ["start", "--http-port", "web"],
      ["bench", "nothing"],
      ["figures", "burn"],
      ["figures", "rebuild", "--since", "yesterday"],
    ]) {
      const { code, err } = vera(...args);
      assert.equal(code, 2, args.join(" "));
      assert.ok(err.length > 20);
    }
  });

  test("every command has its own help", () => {
    for (const command of ["start", "call", "figures", "doctor", "test", "bench"]) {
      const { code, out } = vera(command, "--help");
      assert.equal(code, 0);
      assert.match(out, new RegExp(`Usage: ./vera ${command}`));
    }
  });

  test("the doctor says in JSON how each part is", () => {
    const { code, out } = vera("doctor", "--json", "--data", one.dataDir);
    const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { part: string; state: string }[] };
    assert.equal(code, ok ? 0 : 1);
    assert.ok(findings.some(({ part, state }) => part === "Telephone engine" && state === "ok"));
  });
});
