import type { AnnouncedEvent, EventDefinition } from "../../platform/index.ts";
import type { Fact } from "./fact.ts";
import type { FactSource } from "./fact-source.ts";
import { INTERACTION_SOURCES } from "./facts-of-interactions.ts";
import { ROUTING_SOURCES } from "./facts-of-routing.ts";
import { VOICE_SOURCES } from "./facts-of-voice.ts";

const SOURCES = new Map<string, FactSource>(
  [...INTERACTION_SOURCES, ...ROUTING_SOURCES, ...VOICE_SOURCES].map((source) => [
    source.definition.type,
    source,
  ]),
);

/** Every event that facts are made of. */
export const FACT_EVENTS: readonly EventDefinition[] = [...SOURCES.values()].map(
  (source) => source.definition,
);

export function factsOf(event: AnnouncedEvent): Fact[] {
  return SOURCES.get(event.type)?.factsOf(event) ?? [];
}
