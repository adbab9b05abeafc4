import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";

export const PROJECT_ROOT = join(import.meta.dirname, "../../..");
export const WEB_DIST = join(PROJECT_ROOT, "web/dist");

/** Builds the pages when their sources changed since the last build; returns whether it had to. */
export async function buildWeb(onStart: () => void): Promise<boolean> {
  const stamp = join(WEB_DIST, ".sources");
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  onStart();
  await runVite();
  mkdirSync(WEB_DIST, { recursive: true });
  rmSync(stamp, { force: true });
  writeFileSync(stamp, wanted);
  return true;
}

function hashSources(): string {
  const files = globSync(
    [
      "web/{apps,shared}/**/*.{ts,tsx,css,html,json,svg}",
      "web/*.{ts,json,html}",
      "contracts/src/*.ts",
      "package-lock.json",
    ],
    {
      cwd: PROJECT_ROOT,
    },
  );
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(PROJECT_ROOT, file)));
  return hash.digest("hex");
}

async function runVite(): Promise<void> {
  const vite = join(PROJECT_ROOT, "node_modules/vite/bin/vite.js");
  const problem = await runProgram(process.execPath, [vite, "build"], { cwd: join(PROJECT_ROOT, "web") });
  if (problem !== undefined) throw new Error(`The pages could not be built:\n${problem.slice(-4_000)}`);
}
