import type { Static, TSchema } from "typebox";
import type { Context, Platform } from "../context.ts";
import type { AnnouncedEvent, EventDefinition } from "./define-event.ts";
import { Subscription, type SubscriptionHandler } from "./subscription.ts";

type Listener = (event: AnnouncedEvent<never>) => void;

/**
 * News between modules. `listen` is told in this process at once after the commit and may miss news (a crash);
 * `subscribe` reads the table behind a durable cursor and never does.
 */
export class Events {
  readonly #listeners = new Map<string, Listener[]>();
  readonly #subscriptions: Subscription[] = [];
  #platform: Platform | undefined;

  attach(platform: Platform): void {
    this.#platform = platform;
  }

  listen<Schema extends TSchema>(
    definition: EventDefinition<Schema>,
    listener: (event: AnnouncedEvent<Static<Schema>>) => void,
  ): () => void {
    const list = this.#listeners.get(definition.type) ?? [];
    this.#listeners.set(definition.type, list);
    list.push(listener as Listener);
    return () => void list.splice(list.indexOf(listener as Listener), 1);
  }

  /** At least once, in the order of their transactions; `handler` runs in a system transaction with the cursor's move. */
  subscribe(
    name: string,
    definitions: readonly EventDefinition[],
    handler: (ctx: Context, event: AnnouncedEvent<never>) => Promise<void>,
  ): Subscription {
    if (!this.#platform) throw new Error("Events.attach must run first");
    const types = definitions.map((definition) => definition.type);
    const subscription = new Subscription(this.#platform, name, types, handler as SubscriptionHandler);
    this.#subscriptions.push(subscription);
    subscription.start();
    return subscription;
  }

  announce(events: readonly AnnouncedEvent[]): void {
    if (events.length === 0) return;
    for (const event of events) this.#tell(event);
    const types = new Set(events.map(({ type }) => type));
    for (const subscription of this.#subscriptions) subscription.announced(types);
  }

  #tell(event: AnnouncedEvent): void {
    for (const listener of this.#listeners.get(event.type) ?? []) {
      try {
        listener(event as AnnouncedEvent<never>);
      } catch (error) {
        // One listener's bug must not keep the news from the others; the fact itself is already durable.
        this.#platform?.log.error({ err: error, type: event.type, seq: event.seq }, "event listener failed");
      }
    }
  }

  /** Until every subscriber has read what was committed before the call. For tests and for a clean stop. */
  async drained(): Promise<void> {
    await Promise.all(this.#subscriptions.map((subscription) => subscription.drained()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#subscriptions.map((subscription) => subscription.close()));
  }
}
