import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../platform/index.ts";
import { DomainError } from "../../platform/index.ts";
import { isRunning, launch, terminate } from "./asterisk-process.ts";
import type { Installation } from "./installation.ts";
import { checkSipPort, freeTcpPorts, freeUdpPort } from "./ports.ts";
import { hasCalls, renewConfig } from "./renew-config.ts";
import { answers, readSaved, type SavedInstance, save } from "./saved-instance.ts";
import { handOver, reachableFolder } from "./service-folder.ts";
import { type AsteriskInstance, supervise } from "./supervise.ts";
import { sweepRelocated } from "./sweep-relocated.ts";
import { configurationOf, writeConfig } from "./write-config.ts";

export interface StartOptions {
  readonly installation: Installation;
  /** Of this instance alone: configuration, secrets, logs, raw recordings. */
  readonly directory: string;
  /** 0 takes a free one, and the same again when Asterisk is adopted. */
  readonly sipPort: number;
  /**
   * Where SIP and the audio of trunks listen; loopback unless told otherwise. The audio of browsers listens on every
   * address while it lasts (a browser does not send to 127.0.0.1), and takes only what DTLS has proved to be theirs.
   */
  readonly bind?: string;
  readonly publicAddress?: string;
  /** UDP ports of audio, two for each leg of a call. */
  readonly rtpRange?: { readonly from: number; readonly to: number };
  /** Name of our application in Asterisk. */
  readonly app?: string;
  readonly log: Logger;
  /** Only for bench/ring.ts: members of Asterisk's own queue. */
  readonly benchQueueMembers?: readonly string[];
}

/** Asterisk picks each audio port at random among these and moves on when it is taken: instances may share them. */
const RTP_RANGE = { from: 20_000, to: 29_999 };
const READY_WITHIN_MS = 30_000;
const SECRET_BYTES = 32;

type Resolved = Required<Omit<StartOptions, "publicAddress" | "benchQueueMembers">> &
  Pick<StartOptions, "publicAddress" | "benchQueueMembers">;

/**
 * Brings Asterisk up and keeps it up. When one that an earlier process of ours started in this folder still lives, it
 * is adopted with its calls. Invariant: at most one Asterisk runs per folder.
 */
export async function startAsterisk(given: StartOptions): Promise<AsteriskInstance> {
  const options = await resolve(given);
  await sweepRelocated();
  await mkdir(options.directory, { recursive: true, mode: 0o711 });
  const adopted = await adopt(options);
  const saved = adopted ?? (await startAnew(options));
  const { sipPort } = saved;
  return supervise({ ...options, sipPort, saved, adopted: adopted !== undefined, waitUntilReady });
}

async function resolve(given: StartOptions): Promise<Resolved> {
  const bind = given.bind ?? "127.0.0.1";
  return {
    ...given,
    directory: await reachableFolder(given.directory),
    bind,
    rtpRange: given.rtpRange ?? RTP_RANGE,
    app: given.app ?? "vera",
  };
}

async function adopt(options: Resolved): Promise<SavedInstance | undefined> {
  const saved = await readSaved(options.directory);
  if (!saved || !isRunning(saved.process)) return undefined;
  const { pid } = saved.process;
  const samePort = options.sipPort === 0 || options.sipPort === saved.sipPort;
  const same = samePort && saved.fingerprint === fingerprintOf(options);
  if (same && (await answers(saved, 5_000))) return await adoptOrRenew(options, saved);
  options.log.warn({ pid, optionsChanged: !same }, "stopping the running Asterisk, it cannot be adopted");
  await terminate(saved.process);
  return undefined;
}

/** One that an older release configured: started anew when nobody talks, else kept with its calls until the next start finds it idle. */
async function adoptOrRenew(options: Resolved, saved: SavedInstance): Promise<SavedInstance | undefined> {
  const { pid } = saved.process;
  if (saved.configuration !== configurationOf(options)) {
    if (!(await hasCalls(saved))) {
      options.log.info(
        { pid },
        "the running Asterisk has an older configuration and no calls; starting it anew",
      );
      await terminate(saved.process);
      return undefined;
    }
    await renewConfig(saved, options);
    options.log.warn(
      { pid },
      "the running Asterisk has calls and an older configuration: its dialplan is the new one, the rest follows at the next start without calls",
    );
  }
  options.log.info({ pid }, "adopted the running Asterisk");
  return saved;
}

async function startAnew(options: Resolved): Promise<SavedInstance> {
  const sipPort = options.sipPort || (await freeUdpPort(options.bind));
  await checkSipPort({ host: options.bind, port: sipPort });
  const [httpPort = 0, managerPort = 0] = await freeTcpPorts(2);
  const secrets = { ariPassword: secret(), managerSecret: secret() };
  await writeConfig({ ...options, sipPort, httpPort, managerPort, ...secrets });
  await handOver(options.directory);
  const process = launch(options.installation, options.directory);
  const { version } = options.installation;
  const saved = {
    process,
    fingerprint: fingerprintOf(options),
    configuration: configurationOf(options),
    version,
    sipPort,
    httpPort,
    managerPort,
    ...secrets,
  };
  await save(options.directory, saved);
  await waitUntilReady(saved, options.directory);
  return saved;
}

/** Also used after a crash: the same ports and secrets, so that our client simply reconnects. */
async function waitUntilReady(saved: SavedInstance, directory: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (await answers(saved, 2_000)) return;
    if (!isRunning(saved.process)) break;
    await sleep(40);
  }
  await terminate(saved.process);
  const console = await readFile(join(directory, "log/console"), "utf8").catch(() => "");
  const last = console.trim().split("\n").slice(-5).join(" | ");
  throw new DomainError("unavailable", `Asterisk did not start; its last words: ${last || "none"}`);
}

function fingerprintOf(options: Resolved): string {
  const { bind, publicAddress, rtpRange, app, installation, benchQueueMembers } = options;
  const parts = [bind, publicAddress, rtpRange, app, installation.command, benchQueueMembers];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function secret(): string {
  return randomBytes(SECRET_BYTES).toString("hex");
}
