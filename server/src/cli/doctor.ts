import { resolve } from "node:path";
import { type Configuration, readConfiguration } from "../platform/config.ts";
import { diagnose } from "../processes/diagnose.ts";
import { defaultDataDir } from "./instance.ts";
import { print, withOptions } from "./output.ts";

const HELP = `Usage: ./vera doctor [--data DIR] [--database-url URL] [--json]

Checks each part of this machine and of the installation, and says what to do.
Exit codes: 0 all well · 1 something needs you
`;

const OPTIONS = {
  data: { type: "string" },
  "database-url": { type: "string" },
  json: { type: "boolean" },
} as const;
const MARK = { ok: "✔", warning: "!", problem: "✖" } as const;

export async function doctor(args: readonly string[]): Promise<number> {
  return await withOptions(args, { help: HELP, options: OPTIONS }, async (values) => {
    const settings = savedSettings();
    const findings = await diagnose({
      dataDir: resolve(values.data ?? settings?.dataDir ?? defaultDataDir()),
      databaseUrl: values["database-url"] ?? settings?.databaseUrl,
    });
    const problems = findings.filter(({ state }) => state === "problem").length;
    if (values.json) print(JSON.stringify({ ok: problems === 0, findings }));
    else {
      for (const { state, part, finding, remedy } of findings) {
        print(`${MARK[state]} ${part.padEnd(18)} ${finding}${remedy === undefined ? "" : `\n  → ${remedy}`}`);
      }
    }
    return problems === 0 ? 0 : 1;
  });
}

/** undefined where they are wrong: diagnose says so by itself. */
function savedSettings(): Configuration | undefined {
  try {
    return readConfiguration();
  } catch {
    return undefined;
  }
}
