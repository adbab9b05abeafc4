import type { BoardAgent } from "@vera/contracts/board";
import type { StateLook } from "../../../shared/ui/state-look.ts";
import { runsSince } from "./sum-figures.ts";

const DEVICE_REASONS: readonly (string | null)[] = ["device-error", "connection-lost"];
const MISSED_REASON = "not-responding";

export interface SeatLook {
  look: StateLook;
  /** Name of the text `board.seat.<word>`. */
  word: "device" | "missed" | "held" | "talk" | "wrap" | "offered" | "pause" | "ready" | "off";
  /** What the clock runs from; null = no clock. */
  since: string | null;
}

/** With much to say a tile says the first of: error, missed, on contact, wrap-up, offered, paused, ready. */
export function seatLook(agent: BoardAgent): SeatLook {
  const since = runsSince(agent);
  if (agent.state === "paused" && DEVICE_REASONS.includes(agent.pauseReason)) {
    return { look: "device-error", word: "device", since: agent.since };
  }
  if (agent.state === "paused" && agent.pauseReason === MISSED_REASON) {
    return { look: "risk", word: "missed", since: agent.since };
  }
  if (agent.activity === "on-contact") {
    return agent.onHold ? { look: "pause", word: "held", since } : { look: "talk", word: "talk", since };
  }
  if (agent.activity === "wrap-up") return { look: "wrap", word: "wrap", since };
  if (agent.activity === "offered") return { look: "offered", word: "offered", since };
  if (agent.state === "paused") return { look: "pause", word: "pause", since };
  if (agent.state === "ready") return { look: "ready", word: "ready", since };
  return { look: "off", word: "off", since: null };
}

export interface SeatCounts {
  ready: number;
  onContact: number;
  wrapUp: number;
  paused: number;
  off: number;
}

/** Each agent is counted once, by what the tile says. */
export function countSeats(agents: readonly BoardAgent[]): SeatCounts {
  const counts: SeatCounts = { ready: 0, onContact: 0, wrapUp: 0, paused: 0, off: 0 };
  for (const agent of agents) counts[COUNTED_AS[seatLook(agent).word]] += 1;
  return counts;
}

const COUNTED_AS: Record<SeatLook["word"], keyof SeatCounts> = {
  device: "paused",
  missed: "paused",
  held: "onContact",
  talk: "onContact",
  wrap: "wrapUp",
  offered: "ready",
  pause: "paused",
  ready: "ready",
  off: "off",
};
