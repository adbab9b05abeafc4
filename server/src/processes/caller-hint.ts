import { citizensByPhone } from "../citizens/index.ts";
import type { Ivr } from "../ivr/index.ts";
import { asSystem, type Platform } from "../platform/index.ts";
import type { QueueDoor } from "../routing/index.ts";

/** Calls whose hint nobody asked for (they never reached a queue) are forgotten beyond this many. */
const REMEMBERED = 500;

/** Who a number may be, where exactly one person has it: shown with the offer. A hint: the agent still identifies. */
export class CallerHints {
  readonly #platform: Platform;
  readonly #names = new Map<string, Promise<string | null>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** While the flow still speaks, so that nobody waits for it at the queue's door. */
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
      enter: async (entry) => {
        const { interactionId, callerNumber } = entry;
        if (!this.#names.has(interactionId)) this.lookUp(interactionId, callerNumber);
        const callerName = (await this.#names.get(interactionId)) ?? null;
        this.#names.delete(interactionId);
        return await door.enter({ ...entry, callerName });
      },
    };
  }

  async #nameOf(callerNumber: string): Promise<string | null> {
    try {
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
