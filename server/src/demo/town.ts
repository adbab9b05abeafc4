import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asSystem, type Platform } from "../platform/index.ts";
import {
  changeTrunk,
  type IncomingCall,
  readTrunks,
  readWavForTelephone,
  receiveCalls,
} from "../voice/index.ts";
import { OUTSIDE_TRUNK } from "./seed-centre.ts";
import { manners } from "./town-manners.ts";

export interface TownOptions {
  readonly dataDir: string;
  /** Voices a sentence; absolute path of the WAV. */
  readonly speak: (text: string) => Promise<string>;
}

type Leave = () => void;

const HOST = "127.0.0.1";
const RINGS_MS = 2_000;
const BETWEEN_MS = 1_500;
/** The message is said this often, then the town hangs up. */
const TIMES = 3;

/**
 * The outside world of the demonstration: every number that is dialled outward, an emergency service too, rings at this
 * telephone and is answered by a sentence that says so. Some numbers behave otherwise (`town-manners.ts`), so that the
 * figures of the lines have something true to show. The returned function ends it with its calls.
 */
export async function openTown(platform: Platform, options: TownOptions): Promise<Leave> {
  const leaving = new AbortController();
  const onCall = (call: IncomingCall): Promise<void> =>
    live(call, { speak: options.speak, leaving: leaving.signal }).catch((err: unknown) => {
      if (!leaving.signal.aborted) platform.log.warn({ err }, "a call into the demonstration's town failed");
    });
  const portFile = join(options.dataDir, "demo-town-port");
  const former = readPort(portFile);
  // The same port as before where it is free: then nothing has to be told to anybody.
  const endpoint = await receiveCalls({ host: HOST, port: former ?? 0, onCall }).catch(() =>
    receiveCalls({ host: HOST, port: 0, onCall }),
  );
  await pointTrunkAt(platform, { port: endpoint.port, former });
  writeFileSync(portFile, String(endpoint.port), { mode: 0o600 });
  return () => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    endpoint.close();
  };
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined; // the first start
  }
}

/** A trunk that somebody has pointed elsewhere since is left alone. */
async function pointTrunkAt(
  platform: Platform,
  { port, former }: { port: number; former: number | undefined },
): Promise<void> {
  await asSystem(platform, "demo", async (ctx) => {
    const trunk = (await readTrunks(ctx)).find(({ name }) => name === OUTSIDE_TRUNK.name);
    if (!trunk || trunk.host !== HOST || trunk.port === port) return;
    if (trunk.port !== (former ?? OUTSIDE_TRUNK.port)) return;
    const { name, kind, host, transport, username, addresses, numberFormat, maxCalls, active } = trunk;
    const settings = { name, kind, host, transport, username, addresses, numberFormat, maxCalls, active };
    await changeTrunk(ctx, { trunkId: trunk.id, settings: { ...settings, port } });
  });
  // Whoever dials as soon as we are ready finds the line.
  await platform.events.drained();
}

async function live(
  call: IncomingCall,
  { speak, leaving }: { speak: TownOptions["speak"]; leaving: AbortSignal },
): Promise<void> {
  const { ring, refusal, message } = manners(call.to);
  if (ring) call.ring();
  if (refusal) return call.refuse(refusal.status, refusal.reason);
  if (message === null) return; // nobody is at home: it rings until the caller gives up
  const given = await Promise.race([
    call.cancelled.then(() => null),
    Promise.all([speak(message), sleep(RINGS_MS, undefined, { signal: leaving })]),
  ]);
  if (given === null) return;
  const sound = await readWavForTelephone(`${given[0]}.wav`);
  const talk = call.answer();
  leaving.addEventListener("abort", () => talk.finish({ by: "us", status: 200, reason: "the town closed" }), {
    once: true,
  });
  await talk.answered();
  for (let time = 0; time < TIMES && talk.isTalking; time += 1) {
    await talk.media.play(sound);
    await Promise.race([sleep(BETWEEN_MS), talk.ended]);
  }
  await talk.hangup();
}
