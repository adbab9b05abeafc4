import { citizensByPhone } from "../citizens/index.ts";
import { asSystem, type Platform } from "../platform/index.ts";
import type { QueueDoor } from "../routing/index.ts";

/** The offer says who the number may be, where exactly one person has it. A hint: the agent still identifies. */
export function withCallerHint(platform: Platform, door: QueueDoor): QueueDoor {
  return {
    ...door,
    enter: async (entry) => {
      const callerName = await nameOf(platform, entry.callerNumber);
      return await door.enter({ ...entry, callerName });
    },
  };
}

async function nameOf(platform: Platform, callerNumber: string | null): Promise<string | null> {
  if (callerNumber === null) return null;
  try {
    const [person, another] = await asSystem(platform, "caller-hint", (ctx) =>
      citizensByPhone(ctx, callerNumber),
    );
    return person && !another ? person.displayName : null;
  } catch (error) {
    // Nobody waits longer because a hint could not be read.
    platform.log.warn({ err: error }, "caller hint not read");
    return null;
  }
}
