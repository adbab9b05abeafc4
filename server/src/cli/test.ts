import { globSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { PROJECT_ROOT } from "../processes/web-build.ts";
import { print, say, withOptions } from "./output.ts";
import { runCheck } from "./run-check.ts";
import { installTestTools } from "./test-tools.ts";

const HELP = `Usage: ./vera test [--quick] [--only PATTERN]

Installs what the tests need (a browser, a SIP tester) and runs all checks and tests.
  --quick         leaves out the journeys over the whole system (e2e/)
  --only PATTERN  only test files whose path contains PATTERN; without the checks
The last line is "N passed, N failed". Exit code 0 when nothing failed.
`;

const OPTIONS = { quick: { type: "boolean" }, only: { type: "string" } } as const;
const UNIT = [
  "contracts/src/**/*.test.ts",
  "server/src/**/*.test.ts",
  "web/**/*.test.ts",
  "scripts/**/*.test.ts",
];
const JOURNEYS = ["e2e/**/*.test.ts"];
/** Journeys that measure no sound and mostly wait; the others need the two cores for Asterisk, PostgreSQL and browsers. */
const SIDE_BY_SIDE = /(accessibility|admin|callers|launcher|town)\.test\.ts$/;
const FILE_TIMEOUT_MS = 300_000;

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export async function test(args: readonly string[]): Promise<number> {
  return await withOptions(args, { help: HELP, options: OPTIONS }, async ({ quick = false, only }) => {
    const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
    if (only === undefined) await check(tally);
    await runFiles(find(UNIT, only), { concurrency: 2, tally });
    const journeys = quick ? [] : find(JOURNEYS, only);
    if (journeys.length > 0) {
      await installTestTools(say);
      const beside = journeys.filter((file) => SIDE_BY_SIDE.test(file));
      const alone = journeys.filter((file) => !SIDE_BY_SIDE.test(file));
      await runFiles(beside, { concurrency: 2, tally });
      await runFiles(alone, { concurrency: 1, tally });
    }
    if (tally.skipped > 0) print(`${tally.skipped} skipped: they say why above`);
    print(`${tally.passed} passed, ${tally.failed} failed`);
    return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
  });
}

function find(patterns: readonly string[], only: string | undefined): string[] {
  const files = globSync([...patterns], {
    cwd: PROJECT_ROOT,
    exclude: (name) => name.includes("node_modules"),
  });
  return files
    .filter((file) => only === undefined || file.includes(only))
    .sort()
    .map((file) => join(PROJECT_ROOT, file));
}

async function check(tally: Tally): Promise<void> {
  for (const name of ["lint", "types", "layers", "unused"]) {
    const problem = await runCheck(name);
    if (problem === undefined) tally.passed += 1;
    else tally.failed += 1;
    print(problem === undefined ? `✔ ${name}` : `✖ ${name}\n${problem}`);
  }
}

async function runFiles(
  files: string[],
  { concurrency, tally }: { concurrency: number; tally: Tally },
): Promise<void> {
  if (files.length === 0) return;
  const stream = run({ files, concurrency, timeout: FILE_TIMEOUT_MS, forceExit: false, cwd: PROJECT_ROOT });
  stream.on("test:pass", ({ details, skip, todo }) => {
    if (details.type === "suite" || todo !== undefined) return;
    if (skip === undefined) tally.passed += 1;
    else tally.skipped += 1;
  });
  stream.on("test:fail", ({ details, todo }) => {
    if (details.type !== "suite" && todo === undefined) tally.failed += 1;
  });
  const report = stream.compose(new spec());
  for await (const chunk of report) process.stdout.write(chunk);
}
