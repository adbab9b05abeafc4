import type { Static, TSchema } from "typebox";
import type { AnnouncedEvent, EventDefinition } from "../../platform/index.ts";
import type { Fact } from "./fact.ts";

/** What one type of event says happened. Pure: the same event always makes the same facts. */
export interface FactSource {
  readonly definition: EventDefinition;
  factsOf(event: AnnouncedEvent): Fact[];
}

export function makesFacts<Schema extends TSchema>(
  definition: EventDefinition<Schema>,
  factsOf: (event: AnnouncedEvent<Static<Schema>>) => Fact[],
): FactSource {
  return { definition, factsOf: (event) => factsOf(event as AnnouncedEvent<Static<Schema>>) };
}
