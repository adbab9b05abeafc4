import type { Caller } from "@vera/contracts/routing";

/** What the agent's desk shows of whoever waits; the engine knows nothing of it. */
export interface Card {
  readonly caller: Caller;
  readonly topic: string | null;
}

export const BLANK_CARD: Card = { caller: { number: null, name: null, citizenId: null }, topic: null };
