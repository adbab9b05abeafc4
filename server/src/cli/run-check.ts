import { join } from "node:path";
import { runProgram } from "../processes/run-program.ts";
import { PROJECT_ROOT } from "../processes/web-build.ts";

const COMMANDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  lint: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  types: ["typescript/bin/tsc", "-b"],
  layers: [
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "contracts",
    "server",
    "web",
    "--config",
    ".dependency-cruiser.mjs",
  ],
  unused: ["knip/bin/knip.js"],
};

/** One of the project's checks; its output where it failed. */
export async function runCheck(name: string): Promise<string | undefined> {
  const command = COMMANDS[name];
  if (!command) throw new Error(`There is no check "${name}"`);
  const [program, ...args] = command;
  return await runProgram(process.execPath, [join(PROJECT_ROOT, "node_modules", program), ...args], {
    cwd: PROJECT_ROOT,
  });
}
