import { resolve } from "node:path";
import { readConfiguration } from "../platform/config.ts";
import { rebuildFigures } from "../processes/rebuild-figures.ts";
import { defaultDataDir } from "./instance.ts";
import { print, UsageError, withOptions } from "./output.ts";

const HELP = `Usage: ./vera figures rebuild [--since YYYY-MM-DD] [--data DIR] [--database-url URL] [--json]

Makes the facts behind the figures again from the event log, beside the running program or without it. What is there
stays as it is, what is missing is added: after a restore, or when docs or support say so. May be repeated.
  --since   only events of this day and later (UTC); otherwise all
  --json    one JSON object: {since, added}
Exit codes: 0 done · 1 it failed, the message says why · 2 the command line is wrong
`;

const OPTIONS = {
  since: { type: "string" },
  data: { type: "string" },
  "database-url": { type: "string" },
  json: { type: "boolean" },
} as const;

export async function figures(args: readonly string[]): Promise<number> {
  const line = { help: HELP, options: OPTIONS, allowPositionals: true };
  return await withOptions(args, line, async (values, positionals) => {
    if (positionals.length !== 1 || positionals[0] !== "rebuild")
      throw new UsageError("figures takes one of: rebuild");
    const since = day(values.since);
    const configuration = readConfiguration();
    const added = await rebuildFigures({
      dataDir: resolve(values.data ?? configuration.dataDir ?? defaultDataDir()),
      databaseUrl: values["database-url"] ?? configuration.databaseUrl,
      configuration,
      since,
    });
    if (values.json) print(JSON.stringify({ since: since.toISOString(), added }));
    else print(added === 0 ? "Nothing was missing." : `${added} facts were missing and are there again.`);
    return 0;
  });
}

/** Midnight UTC of a day; the beginning of time without one. */
function day(text: string | undefined): Date {
  if (text === undefined) return new Date(0);
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new UsageError(`--since takes a day as 2026-11-24, not "${text}"`);
}
