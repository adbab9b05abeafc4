import type { Logger } from "../../platform/index.ts";
import { AriError } from "./ari-error.ts";
import type { AriEvent } from "./asterisk-api.ts";

export type EventType = AriEvent["type"];
export type EventOf<T extends EventType> = Extract<AriEvent, { type: T }>;
export type EventHandler<T extends EventType> = (event: EventOf<T>) => void | Promise<void>;

type AnyHandler = (event: AriEvent) => void | Promise<void>;

/** Delivers events to handlers by type, in the order in which they were registered. */
export class AriEvents {
  readonly #log: Logger;
  readonly #handlers = new Map<EventType, Set<AnyHandler>>();

  constructor(log: Logger) {
    this.#log = log;
  }

  on<T extends EventType>(type: T, handler: EventHandler<T>): () => void {
    const handlers = this.#handlers.get(type) ?? new Set<AnyHandler>();
    this.#handlers.set(type, handlers);
    // deliver() hands an event only to the handlers of its own type.
    const added = handler as AnyHandler;
    handlers.add(added);
    return () => handlers.delete(added);
  }

  waitFor<T extends EventType>(
    type: T,
    predicate: (event: EventOf<T>) => boolean,
    timeoutMs: number,
  ): Promise<EventOf<T>> {
    const arrived = new Promise<EventOf<T>>((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new AriError(type, 0, `within ${timeoutMs} ms`));
      }, timeoutMs);
      const stop = this.on(type, (event) => {
        if (!predicate(event)) return;
        stop();
        clearTimeout(timer);
        resolve(event);
      });
    });
    // The waiter is registered before the request that causes the event; when that request throws, nobody awaits this.
    arrived.catch(() => undefined);
    return arrived;
  }

  deliver(event: AriEvent): void {
    for (const handler of [...(this.#handlers.get(event.type) ?? [])]) {
      try {
        void Promise.resolve(handler(event)).catch((err: unknown) => this.#failed(event, err));
      } catch (err) {
        this.#failed(event, err);
      }
    }
  }

  #failed(event: AriEvent, err: unknown): void {
    this.#log.error({ err, type: event.type }, "handler of an ARI event failed");
  }
}
