import { setTimeout as sleep } from "node:timers/promises";
import { citizensByPhone } from "../citizens/index.ts";
import type { Ivr } from "../ivr/index.ts";
import { asSystem, type Platform } from "../platform/index.ts";
import type { QueueDoor } from "../routing/index.ts";

/** Calls whose hint nobody asked for (they never reached a queue) are forgotten beyond this many. */
const REMEMBERED = 500;
/** A telephone that is to ring has the database and this thread first. */
const BEHIND_THE_RING_MS = 20;

/** Who a number may be, where exactly one person has it: shown with the offer. A hint: the agent still identifies. */
export class CallerHints {
  readonly #platform: Platform;
  readonly #names = new Map<string, Promise<string | null>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** While the flow still speaks, so that it is there when a telephone rings. */
  lookUp(interactionId: string, callerNumber: string | null): void {
    if (callerNumber === null) return;
    for (const oldest of this.#names.keys()) {
      if (this.#names.size < REMEMBERED) break;
      this.#names.delete(oldest);
    }
    this.#names.set(interactionId, this.#nameOf(callerNumber));
  }

  /** The same flows, during which it is looked up. */
  during(ivr: Ivr): Ivr {
    return {
      ...ivr,
      run: (call) => {
        this.lookUp(call.interactionId, call.leg.callerNumber);
        return ivr.run(call);
      },
    };
  }

  /** The same door, whose entries carry the hint. */
  at(door: QueueDoor): QueueDoor {
    return {
      ...door,
      enter: (entry) => {
        const { interactionId, callerNumber } = entry;
        if (!this.#names.has(interactionId)) this.lookUp(interactionId, callerNumber);
        const callerName = this.#names.get(interactionId);
        this.#names.delete(interactionId);
        return door.enter({ ...entry, ...(callerName && { callerName }) });
      },
    };
  }

  async #nameOf(callerNumber: string): Promise<string | null> {
    try {
      await sleep(BEHIND_THE_RING_MS);
      const found = await asSystem(this.#platform, "caller-hint", (ctx) =>
        citizensByPhone(ctx, callerNumber),
      );
      const [person, another] = found;
      return person && !another ? person.displayName : null;
    } catch (error) {
      // Nobody waits longer because a hint could not be read.
      this.#platform.log.warn({ err: error }, "caller hint not read");
      return null;
    }
  }
}
