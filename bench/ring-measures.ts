import { setTimeout as sleep } from "node:timers/promises";
import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import { placeCall } from "../server/src/voice/user-agent/sip-caller.ts";
import { SipEndpoint } from "../server/src/voice/user-agent/sip-endpoint.ts";
import type { RingPhones } from "./ring-phones.ts";

/** One of the two that are compared: which numbers lead where, and who may call them. */
export interface RingSide {
  /** Straight into the queue. */
  readonly queueNumber: string;
  /** A prompt, at once. */
  readonly promptNumber: string;
  /** The address by which the exchange tells the sides' callers apart. */
  readonly callerHost: string;
  readonly host: string;
  readonly port: number;
}

export interface RingLoad {
  /** Samples in one round. */
  readonly samples: number;
  readonly agents: number;
  readonly waiting: number;
}

const RING_WITHIN_MS = 10_000;
/** Long enough for Queue() to see a member as free again, which is not what is measured here. */
const REST_MS = 120;

/** Agents free: from the caller's INVITE to the INVITE at an agent's telephone, one call at a time, milliseconds. */
export async function callerToRing(
  side: RingSide,
  phones: RingPhones,
  { samples }: RingLoad,
): Promise<number[]> {
  const endpoint = await SipEndpoint.open({ host: side.callerHost });
  const took: number[] = [];
  try {
    for (let n = 0; n < samples; n += 1) {
      const rings = phones.next(RING_WITHIN_MS);
      const call = await dial(side, side.queueNumber, endpoint);
      const ring = await rings;
      took.push(ring.atMs - call.times.invitedAtMs);
      await call.answered();
      await sleep(REST_MS);
      await call.hangup();
      await phones.quiet(RING_WITHIN_MS);
      await sleep(REST_MS);
    }
  } finally {
    endpoint.close();
  }
  return took;
}

/**
 * Callers waiting: from the moment an agent hangs up to the INVITE of the next caller at that agent's telephone. All
 * agents talk, `waiting` callers wait; each one served is replaced.
 */
export async function freeAgentToRing(side: RingSide, phones: RingPhones, load: RingLoad): Promise<number[]> {
  const endpoint = await SipEndpoint.open({ host: side.callerHost });
  const callers = new Set<SipCall>();
  const arrive = async (): Promise<void> => {
    const call = await dial(side, side.queueNumber, endpoint);
    callers.add(call);
    void call.ended.then(() => callers.delete(call));
    await call.answered();
  };
  try {
    await occupyAll(phones, load.agents, arrive);
    for (let n = 0; n < load.waiting; n += 1) await arrive();
    const took: number[] = [];
    for (let n = 0; n < load.samples; n += 1) {
      await sleep(300 + ((n * 137) % 700)); // not in step with a clock that looks once a second
      const phone = phones.talking[n % load.agents];
      if (phone === undefined) throw new Error("no agent talks");
      const rings = phones.next(RING_WITHIN_MS);
      const freeAtMs = phones.hangUp(phone);
      const ring = await rings;
      if (ring.phone !== phone) throw new Error(`${ring.phone} rang although ${phone} was the free one`);
      took.push(ring.atMs - freeAtMs);
      await arrive();
    }
    return took;
  } finally {
    await Promise.all([...callers].map((call) => call.hangup()));
    await phones.quiet(RING_WITHIN_MS);
    endpoint.close();
    await sleep(REST_MS);
  }
}

/** From the caller's INVITE to the first packet of sound. The caller speaks from the answer on, as a telephone does. */
export async function inviteToSound(side: RingSide, { samples }: RingLoad): Promise<number[]> {
  const endpoint = await SipEndpoint.open({ host: side.callerHost });
  const took: number[] = [];
  try {
    for (let n = 0; n < samples; n += 1) {
      const call = await dial(side, side.promptNumber, endpoint);
      await call.answered();
      while (call.inviteToSoundMs === undefined) await sleep(1);
      took.push(call.inviteToSoundMs);
      await call.hangup();
      await sleep(REST_MS);
    }
  } finally {
    endpoint.close();
  }
  return took;
}

/** Queue() rings one member for one caller, so agents are filled one after another. */
async function occupyAll(phones: RingPhones, agents: number, arrive: () => Promise<void>): Promise<void> {
  while (phones.talking.length < agents) {
    const rings = phones.next(RING_WITHIN_MS);
    await arrive();
    await rings;
    await sleep(REST_MS);
  }
}

function dial(side: RingSide, to: string, endpoint: SipEndpoint): Promise<SipCall> {
  return placeCall({ host: side.host, port: side.port, from: "3424506600", to, endpoint });
}
