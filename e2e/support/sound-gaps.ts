import { monitorEventLoopDelay } from "node:perf_hooks";
import type { HeardSound } from "../../server/src/voice/user-agent/heard-sound.ts";

const SAMPLES_PER_MS = 8;
const PACKET_MS = 20;

/**
 * The longest holes in what a telephone heard since then: `lostMs` by the sender's own clock (sound that never came), `lateMs` by ours
 * (sound that came too late to be played).
 */
export function longestSilence(heard: HeardSound, sinceMs: number): { lostMs: number; lateMs: number } {
  const packets = heard.arrivals.filter(({ atMs }) => atMs >= sinceMs);
  let lost = 0;
  let late = 0;
  for (const [index, packet] of packets.entries()) {
    const before = packets[index - 1];
    if (!before) continue;
    lost = Math.max(lost, packet.at - before.at - before.length);
    late = Math.max(late, packet.atMs - before.atMs - PACKET_MS);
  }
  return { lostMs: Math.round(lost / SAMPLES_PER_MS), lateMs: Math.round(late) };
}

/** A busy machine stops the test too; what it could not see in time is not the exchange's fault. */
export function watchOurOwnDelays(): { stop(): number } {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  return {
    stop: () => {
      delays.disable();
      return Math.round(delays.max / 1e6);
    },
  };
}
