import type { AnnouncedEvent } from "../../platform/index.ts";

/** The organism whose fact it is; an event without one is a bug of who wrote it, and is set aside. */
export function tenantOf(event: AnnouncedEvent): string {
  if (event.tenantId === null) throw new Error(`Event ${event.seq} ${event.type} names no organism`);
  return event.tenantId;
}
