import type { Logger } from "../../platform/index.ts";
import { AriError } from "./ari-error.ts";
import { AriEvents, type EventHandler, type EventOf, type EventType } from "./ari-events.ts";
import { AriLane } from "./ari-lane.ts";
import { type AriRequest, buildRequest } from "./ari-request.ts";
import type { AriEvent, AriOperations } from "./asterisk-api.ts";

type Operation = keyof AriOperations;
type Params<K extends Operation> = AriOperations[K]["params"];
type Body<K extends Operation> = AriOperations[K]["body"];
type Result<K extends Operation> = AriOperations[K]["result"];
type Input<K extends Operation> =
  Record<never, never> extends Params<K>
    ? [params?: Params<K>, body?: Body<K>]
    : [params: Params<K>, body?: Body<K>];

export type ConnectionState = "connected" | "disconnected" | "replaced";

export interface AriOptions {
  /** `http://127.0.0.1:8088`: where Asterisk's HTTP server listens, without path. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Name of our application in the dialplan's Stasis(). A second client with this name takes it over. */
  readonly app: string;
  /**
   * Asterisk answers the requests of one socket one after another; this many more sockets carry only requests, so that
   * a slow originate does not hold up events under load. Each needs an application name: `<app>-rest-1` …
   */
  readonly restSockets?: number;
  readonly log: Logger;
  readonly requestTimeoutMs?: number;
  /** How long the first connection may take, Asterisk's start included. */
  readonly connectTimeoutMs?: number;
  readonly subscribeAll?: boolean;
  /** Events never sent to us. ChannelVarset alone is more than half of all events of a call. */
  readonly ignore?: readonly EventType[];
  /** When given, only these events are sent, whatever `ignore` says. */
  readonly only?: readonly EventType[];
}

/**
 * Asterisk's REST interface and events. Invariants: a request ends within its time limit; while the connection is cut
 * requests fail at once as retryable; channels and bridges live on in Asterisk and must be re-read on "connected".
 */
export interface Ari {
  readonly app: string;
  readonly connected: boolean;
  /** `ari.call("POST /channels/{channelId}/answer", { channelId })`; throws AriError. */
  call<K extends Operation>(operation: K, ...input: Input<K>): Promise<Result<K>>;
  /** Returns how to stop listening. A handler that throws is logged and disturbs nobody. */
  on<T extends EventType>(type: T, handler: EventHandler<T>): () => void;
  /** Register it before the request that causes the event. Rejects with a retryable AriError after `timeoutMs`. */
  waitFor<T extends EventType>(
    type: T,
    predicate: (event: EventOf<T>) => boolean,
    timeoutMs: number,
  ): Promise<EventOf<T>>;
  /** "replaced": another process took our application name; this client gives up and stays disconnected. */
  onConnection(handler: (state: ConnectionState) => void): () => void;
  close(): void;
}

const REQUEST_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 15_000;
const IGNORED: readonly EventType[] = ["ChannelVarset", "ChannelDialplan"];

export async function connectAri(options: AriOptions): Promise<Ari> {
  const client = new AriClient(options);
  await client.start(options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS);
  return client;
}

class AriClient implements Ari {
  readonly app: string;
  readonly #options: AriOptions;
  readonly #events: AriEvents;
  readonly #watchers = new Set<(state: ConnectionState) => void>();
  readonly #main: AriLane;
  readonly #rest: readonly AriLane[];

  constructor(options: AriOptions) {
    this.app = options.app;
    this.#options = options;
    this.#events = new AriEvents(options.log);
    this.#main = this.#lane(options.app, {
      onEvent: (event) => this.#receive(event),
      onOpen: (request) => this.#prepare(request),
      announce: (state) => this.#announce(state),
    });
    const names = Array.from({ length: options.restSockets ?? 0 }, (_, i) => `${options.app}-rest-${i + 1}`);
    this.#rest = names.map((name) =>
      this.#lane(name, { onEvent: () => undefined, onOpen: ready, announce: () => undefined }),
    );
  }

  get connected(): boolean {
    return this.#main.connected;
  }

  async start(timeoutMs: number): Promise<void> {
    await this.#firstConnection(timeoutMs).catch((error: unknown) => {
      this.close();
      throw error;
    });
    // A request lane that is not up yet is simply not chosen.
    for (const lane of this.#rest) void lane.connect().catch(() => undefined);
  }

  async call<K extends Operation>(operation: K, ...[params, body]: Input<K>): Promise<Result<K>> {
    const request = buildRequest(operation, params ?? {}, body);
    return (await this.#freestLane().request(operation, request)) as Result<K>;
  }

  on<T extends EventType>(type: T, handler: EventHandler<T>): () => void {
    return this.#events.on(type, handler);
  }

  waitFor<T extends EventType>(
    type: T,
    predicate: (event: EventOf<T>) => boolean,
    timeoutMs: number,
  ): Promise<EventOf<T>> {
    return this.#events.waitFor(type, predicate, timeoutMs);
  }

  onConnection(handler: (state: ConnectionState) => void): () => void {
    this.#watchers.add(handler);
    return () => this.#watchers.delete(handler);
  }

  close(): void {
    this.#main.close();
    for (const lane of this.#rest) lane.close();
  }

  #lane(
    app: string,
    on: {
      onEvent: (event: AriEvent) => void;
      onOpen: (request: AriLane["request"]) => Promise<void>;
      announce: (state: ConnectionState) => void;
    },
  ): AriLane {
    const { url, username, password, subscribeAll = false } = this.#options;
    return new AriLane({
      url,
      username,
      password,
      app,
      subscribeAll,
      requestTimeoutMs: this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
      onEvent: on.onEvent,
      onOpen: on.onOpen,
      onConnected: () => on.announce("connected"),
      onDisconnected: () => on.announce("disconnected"),
    });
  }

  async #firstConnection(timeoutMs: number): Promise<void> {
    const deadline = AbortSignal.timeout(timeoutMs);
    const connected = new Promise<void>((resolve) => {
      const stop = this.onConnection((state) => {
        if (state !== "connected") return;
        stop();
        resolve();
      });
    });
    const reason = await this.#main.connect().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!reason) return;
    if (reason instanceof AriError && !reason.retryable) throw reason;
    await Promise.race([
      connected,
      new Promise<void>((_, reject) => {
        deadline.addEventListener("abort", () => reject(reason));
      }),
    ]);
  }

  async #prepare(request: AriLane["request"]): Promise<void> {
    await ready(request);
    const named = (types: readonly EventType[]): { type: string }[] => types.map((type) => ({ type }));
    const { only, ignore = IGNORED } = this.#options;
    // The filter also holds back the answers to our own requests, which come as events of this type.
    const body = only
      ? { allowed: [...named(only), { type: "RESTResponse" }] }
      : { disallowed: named(ignore) };
    const filter = "PUT /applications/{applicationName}/eventFilter";
    await request(filter, buildRequest(filter, { applicationName: this.app }, body));
  }

  #receive(event: AriEvent): void {
    if (event.type === "ApplicationReplaced") {
      this.close();
      this.#announce("replaced");
    }
    this.#events.deliver(event);
  }

  #announce(state: ConnectionState): void {
    this.#options.log[state === "connected" ? "info" : "warn"]({ app: this.app, state }, "ARI connection");
    for (const watcher of [...this.#watchers]) watcher(state);
  }

  #freestLane(): AriLane {
    let freest = this.#main;
    for (const lane of this.#rest) {
      if (lane.connected && (freest === this.#main || lane.load < freest.load)) freest = lane;
    }
    return freest;
  }
}

/** Asterisk opens its socket before its boot has ended, and answers 503 until then. */
async function ready(request: (operation: string, request: AriRequest) => Promise<unknown>): Promise<void> {
  await request("GET /asterisk/ping", buildRequest("GET /asterisk/ping", {}, undefined));
}
