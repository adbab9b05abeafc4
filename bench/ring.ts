import { loadavg } from "node:os";
import { BASELINE_CALLERS, BASELINE_PROMPT, BASELINE_QUEUE, ringAsterisk } from "./ring-asterisk.ts";
import {
  callerToRing,
  freeAgentToRing,
  inviteToSound,
  type RingLoad,
  type RingSide,
} from "./ring-measures.ts";
import { RingPhones } from "./ring-phones.ts";
import { type RingProduct, startRingProduct } from "./ring-product-process.ts";
import { MEASURES, type Measure, type Round, reportOf, tableOf } from "./ring-report.ts";
import { summarise } from "./statistics.ts";

const WAITING = 6;

/**
 * `./vera bench ring`: how soon a telephone rings and a prompt sounds, ours against Asterisk's own Queue() and
 * Playback(): same machine, same Asterisk, same telephones, rounds in turn, the other side first in every second one.
 */
export async function benchRing({
  json,
  quick,
  agents: team,
}: {
  json: boolean;
  quick: boolean;
  agents: number;
}): Promise<void> {
  const rounds = quick ? 3 : 7;
  const load = { samples: quick ? 8 : 20, agents: team, waiting: WAITING };
  const agents = Array.from({ length: team }, (_, n) => `bench${n + 1}`);
  const phones = new RingPhones();
  await phones.open();
  const asterisk = await ringAsterisk({ agents, phonesPort: phones.port });
  let product: RingProduct | undefined;
  try {
    product = await startRingProduct(asterisk.instance, agents);
    const { host, port } = asterisk.instance.sip;
    const ours = { host, port, callerHost: "127.0.0.1", ...product.numbers };
    const baseline = {
      host,
      port,
      callerHost: BASELINE_CALLERS,
      queueNumber: BASELINE_QUEUE,
      promptNumber: BASELINE_PROMPT,
    };
    const results = await interleave({ ours, baseline }, { phones, load, rounds });
    const report = reportOf(results, { rounds, load: loadavg()[0] ?? 0 });
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report, load));
  } finally {
    await product?.stop();
    phones.close();
    await asterisk.close();
  }
}

async function interleave(
  sides: { ours: RingSide; baseline: RingSide },
  { phones, load, rounds }: { phones: RingPhones; load: RingLoad; rounds: number },
): Promise<Map<Measure, Round[]>> {
  const results = new Map<Measure, Round[]>(MEASURES.map((measure) => [measure, []]));
  for (const measure of MEASURES)
    await both(sides, { measure, phones, load: { ...load, samples: 3 }, round: 0 }); // warm
  for (let round = 0; round < rounds; round += 1) {
    for (const measure of MEASURES) {
      results.get(measure)?.push(await both(sides, { measure, phones, load, round }));
    }
  }
  return results;
}

interface Turn {
  readonly measure: Measure;
  readonly phones: RingPhones;
  readonly load: RingLoad;
  readonly round: number;
}

async function both({ ours, baseline }: { ours: RingSide; baseline: RingSide }, turn: Turn): Promise<Round> {
  if (turn.round % 2 === 0) {
    const first = await once(ours, turn);
    return { ours: first, baseline: await once(baseline, turn) };
  }
  const first = await once(baseline, turn);
  return { ours: await once(ours, turn), baseline: first };
}

async function once(side: RingSide, { measure, phones, load }: Turn): Promise<Round["ours"]> {
  const samples = {
    freeAgentToRing: () => freeAgentToRing(side, phones, load),
    callerToRing: () => callerToRing(side, phones, load),
    inviteToSound: () => inviteToSound(side, load),
  } satisfies Record<Measure, () => Promise<number[]>>;
  try {
    return summarise(Float64Array.from(await samples[measure]()));
  } catch (cause) {
    throw new Error(`${measure} over ${side.queueNumber} could not be measured`, { cause });
  }
}
