import { createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openDatabase } from "../processes/database.ts";
import { loadRegister, type RegisterSize, registerCsv } from "../synthetic/index.ts";
import { say, UsageError, withOptions } from "./output.ts";

const HELP = `Usage: ./vera generate citizens --count N [--seed S] [--duplicates SHARE] [--out FILE | --into PLACE]

A register of people who do not exist: names by frequency, localities by population, documents by age, telephones,
households, slips of the pen. The same count and seed give the same register. CSV to standard output unless told otherwise;
its columns "person" and "errors" say the truth: records with one number in "person" are duplicates.

  --count N           records
  --seed S            whole number, default 1
  --duplicates SHARE  of the records that repeat somebody with errors, 0 to 0.5, default 0.04
  --out FILE          CSV into a file
  --into PLACE        load by COPY: a data folder of ./vera start (running or not), or postgresql://...
                      Into an empty register: the first load leaves indexes for the end. All or nothing.
`;

const OPTIONS = {
  count: { type: "string" },
  seed: { type: "string" },
  duplicates: { type: "string" },
  out: { type: "string" },
  into: { type: "string" },
} as const;

export async function generate(args: readonly string[]): Promise<number> {
  const line = { help: HELP, options: OPTIONS, allowPositionals: true };
  return await withOptions(args, line, async (given, [what, ...more]) => {
    if (what !== "citizens" || more.length > 0) throw new UsageError("generate takes one thing: citizens");
    if (given.out !== undefined && given.into !== undefined) throw new UsageError("Choose --out or --into");
    const size: RegisterSize = {
      count: number("--count", given.count, { least: 1, most: 20_000_000, whole: true }),
      seed: number("--seed", given.seed ?? "1", { least: 0, most: 0xffff_ffff, whole: true }),
      duplicates: number("--duplicates", given.duplicates ?? "0.04", { least: 0, most: 0.5, whole: false }),
    };
    if (given.into !== undefined) await load(given.into, size);
    else await write(given.out, size);
    return 0;
  });
}

async function write(file: string | undefined, size: RegisterSize): Promise<void> {
  const target = file === undefined ? process.stdout : createWriteStream(file);
  try {
    await pipeline(Readable.from(registerCsv(size)), target, { end: file !== undefined });
  } catch (error) {
    // `| head` closes the pipe: that is an answer, not a failure.
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}

async function load(place: string, size: RegisterSize): Promise<void> {
  const startedAt = performance.now();
  const progress = (loaded: number) => {
    if (loaded % 200_000 === 0) say(`${loaded} of ${size.count} ...`);
  };
  const loaded = await withDatabase(place, async (url) => await loadRegister(url, size, progress));
  say(`${loaded} records loaded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** A database by its URL, or the one of a data folder: as it runs, or started for the load. */
async function withDatabase<T>(place: string, work: (url: string) => Promise<T>): Promise<T> {
  if (/^postgres(?:ql)?:\/\//.test(place)) return await work(place);
  const socket = join(place, "postgres");
  if (existsSync(join(socket, ".s.PGSQL.5432"))) {
    return await work(`postgresql:///vera?host=${encodeURIComponent(socket)}&user=vera`);
  }
  const database = await openDatabase({ dataDir: place, url: undefined });
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

function number(
  name: string,
  text: string | undefined,
  { least, most, whole }: { least: number; most: number; whole: boolean },
): number {
  const value = Number(text);
  if (text !== undefined && value >= least && value <= most && (!whole || Number.isInteger(value)))
    return value;
  throw new UsageError(`${name} takes a ${whole ? "whole " : ""}number from ${least} to ${most}`);
}
