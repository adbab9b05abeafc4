import type { Agent } from "./records.ts";

const BITS = 4;
/** The most that one agent can have open on one channel. */
export const MOST_OPEN = 2 ** BITS - 1;

/** How many offers, contacts and wrap-ups of a channel the agent has open. */
export function openOn(agent: Agent, channel: number): number {
  return (agent.load >> (channel * BITS)) & MOST_OPEN;
}

/** One more open thing of a channel. */
export function occupy(agent: Agent, channel: number): void {
  agent.load += 1 << (channel * BITS);
  agent.busy |= 1 << channel;
}

export function release(agent: Agent, channel: number): void {
  agent.load -= 1 << (channel * BITS);
  if (openOn(agent, channel) === 0) agent.busy &= ~(1 << channel);
}
