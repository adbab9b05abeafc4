import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLogger, type Logger } from "../../platform/log.ts";
import { type Ari, type AriOptions, connectAri } from "../ari/connect-ari.ts";
import { terminate } from "../asterisk/asterisk-process.ts";
import { installAsterisk } from "../asterisk/install-asterisk.ts";
import type { Installation } from "../asterisk/installation.ts";
import { readSaved } from "../asterisk/saved-instance.ts";
import { type StartOptions, startAsterisk } from "../asterisk/start-asterisk.ts";
import type { AsteriskInstance } from "../asterisk/supervise.ts";
import { putTrunk } from "../trunks/trunk-objects.ts";

/** A real Asterisk of the test's own, on loopback, that is gone with it. */
export interface TestAsterisk {
  readonly instance: AsteriskInstance;
  readonly log: Logger;
  /** Where callers dial: `placeCall({ ...sip, from, to })`. */
  readonly sip: { readonly host: string; readonly port: number };
  ari(options?: Partial<AriOptions>): Promise<Ari>;
  close(): Promise<void>;
}

/** Followed by the number of the process that made it. */
const FOLDER = "vera-asterisk-";
const CACHE = fileURLToPath(new URL("../../../../.cache/asterisk", import.meta.url));

/** Unpacked once for all tests of this work tree (about 10 s the first time). */
export function testInstallation(): Promise<Installation> {
  return installAsterisk({ prefix: CACHE });
}

/** Calls from 127.0.0.1 come in over the trunk "demo", by address, unless `trunk` is false. */
export async function testAsterisk(
  options: Partial<StartOptions> & { trunk?: boolean } = {},
): Promise<TestAsterisk> {
  await removeOrphans();
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`)));
  const log = options.log ?? createLogger({ level: "error", showPii: false });
  const installation = options.installation ?? (await testInstallation());
  const instance = await startAsterisk({ log, sipPort: 0, ...options, installation, directory });
  const clients: Ari[] = [];
  const ari = async (more: Partial<AriOptions> = {}): Promise<Ari> => {
    const client = await connectAri({ ...instance.ari, log, ...more });
    clients.push(client);
    return client;
  };
  if (options.trunk !== false) {
    await addTrunk(instance, log).catch(async (error: unknown) => {
      await instance.stop();
      throw error;
    });
  }
  return {
    instance,
    log,
    sip: instance.sip,
    ari,
    async close() {
      for (const client of clients) client.close();
      await instance.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Asterisk outlives us on purpose; a test that was killed leaves one behind, which the next test ends. */
async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1] ?? process.pid);
    if (existsSync(`/proc/${owner}`)) continue;
    const directory = join(tmpdir(), name);
    const saved = await readSaved(directory);
    if (saved) await terminate(saved.process);
    await rm(directory, { recursive: true, force: true });
  }
}

async function addTrunk(instance: AsteriskInstance, log: Logger): Promise<void> {
  const ari = await connectAri({ ...instance.ari, app: "setup", log });
  try {
    await putTrunk(ari, loopbackTrunk("demo", 5060));
  } finally {
    ari.close();
  }
}

/** A trunk by address whose other side is this machine at `port`. */
export function loopbackTrunk(id: string, port: number): Parameters<typeof putTrunk>[1] {
  return {
    id,
    kind: "address",
    host: "127.0.0.1",
    port,
    transport: "udp",
    username: null,
    password: null,
    addresses: ["127.0.0.1"],
  };
}
