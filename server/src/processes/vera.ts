import { rmSync } from "node:fs";
import { join } from "node:path";
import { openTown } from "../demo/index.ts";
import type { Platform } from "../platform/index.ts";
import { createLogger } from "../platform/log.ts";
import { createPlatform } from "../platform/platform.ts";
import { Closers } from "./closers.ts";
import { openDatabase } from "./database.ts";
import { lockDataDir } from "./instance-lock.ts";
import { listen } from "./listen.ts";
import { startModules } from "./modules.ts";
import type { ReadyLine, VeraOptions } from "./options.ts";
import { requireFreePorts } from "./ports.ts";
import { people } from "./ready-people.ts";
import { startTelephony } from "./telephony.ts";
import { buildWeb } from "./web-build.ts";

export interface Vera {
  readonly ready: ReadyLine;
  /** Resolves when a part that cannot be done without is lost for good. */
  readonly broken: Promise<Error>;
  stop(): Promise<void>;
}

/** Starts everything in one process: database, telephone engine, routing, flows, web. What was started is stopped when a later part fails. */
export async function startVera(options: VeraOptions): Promise<Vera> {
  const closers = new Closers();
  try {
    return await startAll(options, closers);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function startAll(options: VeraOptions, closers: Closers): Promise<Vera> {
  const { dataDir, configuration, onProgress } = options;
  closers.add(lockDataDir(dataDir));
  closers.add(() => rmSync(join(dataDir, "instance.json"), { force: true }));
  const { httpPort, voice, sipPort } = options;
  await requireFreePorts([
    { option: "--http-port", host: configuration.address, port: httpPort, kind: "tcp" },
  ]);
  onProgress("starting the database");
  const [engine, database] = await settleAll([
    voice ? startTelephony(options, closers) : Promise.resolve(undefined),
    openDatabase({ dataDir, url: options.databaseUrl }).then((opened) => {
      closers.addLast(opened.stop);
      return opened;
    }),
    buildWeb(() => onProgress("building the pages (once)")),
  ]);
  const platform = openPlatform(options, database.url);
  closers.add(() => platform.close());
  const modules = await startModules(platform, { options, engine, closers });
  const url = await listen(modules.http, options, closers);
  await platform.jobs.start();
  const ready: ReadyLine = {
    url,
    sip: engine ? `sip:${configuration.sipAddress}:${engine.sip.port || sipPort}` : null,
    ...(await people(platform, { options, url, identity: modules.identity })),
  };
  if (options.demo && engine)
    closers.add(await openTown(platform, { dataDir, speak: (text) => modules.ivr.voiced(text) }));
  // Callers do not wait for it: what is not voiced yet is voiced when it is said.
  void modules.ivr.prepare();
  return { ready, broken: database.broken, stop: () => closers.close() };
}

function openPlatform({ dataDir, configuration }: VeraOptions, databaseUrl: string): Platform {
  return createPlatform({
    databaseUrl,
    filesDir: join(dataDir, "files"),
    masterKeyPath: configuration.masterKeyPath ?? join(dataDir, "keys/master.key"),
    log: createLogger({ level: configuration.logLevel, showPii: configuration.logPii }),
  });
}

/** Waits for all before it throws the first failure, so that nothing is still starting when the rest is being stopped. */
async function settleAll<Parts extends readonly unknown[]>(
  parts: { [Index in keyof Parts]: Promise<Parts[Index]> },
): Promise<Parts> {
  const results = await Promise.allSettled(parts);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as Parts;
}
