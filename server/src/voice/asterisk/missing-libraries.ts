import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { layoutOf } from "./installation.ts";
import { MODULES } from "./modules.ts";

const run = promisify(execFile);

/** Names of shared libraries that the program or a module we load asks for and the folder does not hold. */
export async function missingLibraries(prefix: string): Promise<string[]> {
  const layout = layoutOf(prefix);
  if (!layout) return ["asterisk"];
  const [loader, option = "", libraries = "", program = ""] = layout.command;
  const modules = MODULES.map((name) => join(layout.modulesDirectory, `${name}.so`));
  const missing = new Set(modules.filter((path) => !existsSync(path)));
  for (const path of [program, ...modules.filter((module) => existsSync(module))]) {
    const { stdout } = await run(loader, [option, libraries, "--list", path]).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }),
    );
    // "not found" is the loader's own fixed wording, in any language setting.
    for (const [, name = ""] of stdout.matchAll(/^\s*(\S+) => not found/gm)) missing.add(name);
  }
  return [...missing];
}
