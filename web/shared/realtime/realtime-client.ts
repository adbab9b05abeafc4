import { applyPatch, type PatchOp } from "./apply-patch.ts";
import { type ClientMessage, parseServerMessage, type ServerMessage } from "./messages.ts";
import { reconnectDelayMs } from "./reconnect-delay.ts";

/** `stale`: the line is down, the last state is still shown with the time it was good. */
export type LineState = "connecting" | "live" | "stale";

export interface TopicView<State> {
  state: State | undefined;
  /** Milliseconds since the epoch when something last arrived for this topic; 0 before the first snapshot. */
  updatedAt: number;
  /** The server refused this topic (no permission, no such key): nothing will come. */
  refused: string | null;
}

interface Topic {
  name: string;
  key: string;
  seq: number;
  /** Patches that came while a snapshot was under way; null when none is awaited. */
  early: PatchOp[] | null;
  view: TopicView<unknown>;
  listeners: Set<() => void>;
}

interface Options {
  url: string;
  /** Id of the signed-in user: what key "me" stands for, and what the server's frames carry. */
  userId: string;
  connect?: (url: string) => WebSocket;
  random?: () => number;
  /** The server closed the line because the login ended or may do other things now: who am I? */
  onRightsChanged?: () => void;
}

/** How the server closes the line of a login that ended or was given other rights. */
const RIGHTS_CHANGED = 4001;
const PING_EVERY_MS = 10_000;
/** No byte for this long means that the line is dead even if the browser has not noticed. */
const SILENCE_MS = 15_000;
const EMPTY: TopicView<never> = { state: undefined, updatedAt: 0, refused: null };

/**
 * One WebSocket for all topics: a snapshot, then numbered patches. A gap in the numbers asks for a new snapshot;
 * a lost line is tried again with back-off and every topic is subscribed anew.
 */
export class RealtimeClient {
  readonly #options: Required<Options>;
  readonly #topics = new Map<string, Topic>();
  readonly #lineListeners = new Set<() => void>();
  #socket: WebSocket | null = null;
  #line: LineState = "connecting";
  #attempt = 0;
  #heardAt = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #pingTimer: ReturnType<typeof setInterval> | undefined;
  #closed = true;

  constructor(options: Options) {
    this.#options = {
      connect: (url) => new WebSocket(url),
      random: Math.random,
      onRightsChanged: () => {},
      ...options,
    };
  }

  open(): void {
    if (!this.#closed) return;
    this.#closed = false;
    window.addEventListener("online", this.#retryNow);
    this.#pingTimer = setInterval(() => this.ping(), PING_EVERY_MS);
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    window.removeEventListener("online", this.#retryNow);
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    clearInterval(this.#pingTimer);
    this.#socket?.close(1000);
    this.#socket = null;
    this.#topics.clear();
    this.#setLine("connecting");
  }

  get line(): LineState {
    return this.#line;
  }

  /** Milliseconds since the epoch when the server last said anything; 0 before the first word. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Asks for a word from the server, for who must know soon that none comes. */
  ping(): void {
    this.#send({ type: "ping" });
  }

  onLine(listener: () => void): () => void {
    this.#lineListeners.add(listener);
    return () => this.#lineListeners.delete(listener);
  }

  view<State>(name: string, key: string): TopicView<State> {
    return (this.#topics.get(topicId(name, this.#own(key)))?.view ?? EMPTY) as TopicView<State>;
  }

  /** The first listener subscribes, the last one to leave unsubscribes. */
  listen(name: string, askedKey: string, listener: () => void): () => void {
    const key = this.#own(askedKey);
    const id = topicId(name, key);
    let topic = this.#topics.get(id);
    if (!topic) {
      topic = { name, key, seq: 0, early: [], view: EMPTY, listeners: new Set() };
      this.#topics.set(id, topic);
      this.#send({ type: "subscribe", topic: name, key });
    }
    const listeners = topic.listeners;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#topics.get(id)?.listeners !== listeners) return;
      this.#topics.delete(id);
      this.#send({ type: "unsubscribe", topic: name, key });
    };
  }

  #own(key: string): string {
    return key === "me" ? this.#options.userId : key;
  }

  readonly #retryNow = (): void => {
    if (this.#socket || this.#closed) return;
    clearTimeout(this.#retryTimer);
    this.#connect();
  };

  #connect(): void {
    const socket = this.#options.connect(this.#options.url);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      if (socket !== this.#socket) return;
      this.#attempt = 0;
      this.#setLine("live");
      this.#heard();
      for (const topic of this.#topics.values()) this.#resubscribe(topic);
    });
    socket.addEventListener("message", (event) => {
      if (socket !== this.#socket) return;
      this.#heard();
      const message = parseServerMessage(event.data);
      if (message) this.#receive(message);
    });
    socket.addEventListener("close", ({ code }) => {
      if (socket === this.#socket && code === RIGHTS_CHANGED) this.#options.onRightsChanged();
      this.#lost(socket);
    });
    socket.addEventListener("error", () => socket.close());
  }

  #lost(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#silenceTimer);
    if (this.#closed) return;
    this.#setLine("stale");
    this.#retryTimer = setTimeout(
      () => this.#connect(),
      reconnectDelayMs(this.#attempt++, this.#options.random()),
    );
  }

  #heard(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#silenceTimer);
    const socket = this.#socket;
    this.#silenceTimer = setTimeout(() => {
      socket?.close();
      if (socket) this.#lost(socket);
    }, SILENCE_MS);
  }

  #receive(message: ServerMessage): void {
    if (message.type === "pong") return;
    const topic = this.#topics.get(topicId(message.topic ?? "", message.key ?? ""));
    if (!topic) return;
    if (message.type === "error") this.#show(topic, { ...topic.view, refused: message.problem.code });
    else if (message.type === "snapshot") this.#start(topic, message.seq, message.state);
    else this.#patch(topic, message.seq, message.ops);
  }

  /**
   * The server joins us before it reads the state, so a patch may overtake the snapshot that does not yet have
   * it: such patches are applied on top. Writing the same value twice does no harm.
   */
  #start(topic: Topic, seq: number, state: unknown): void {
    const early = topic.early ?? [];
    topic.early = null;
    topic.seq = seq;
    this.#show(topic, { state: applyPatch(state, early), updatedAt: Date.now(), refused: null });
  }

  #patch(topic: Topic, seq: number, ops: readonly PatchOp[]): void {
    if (topic.early) {
      topic.early.push(...ops);
      return;
    }
    if (seq <= topic.seq) return;
    if (seq !== topic.seq + 1) {
      this.#resubscribe(topic, ops);
      return;
    }
    topic.seq = seq;
    const state = applyPatch(topic.view.state, ops);
    this.#show(topic, { state, updatedAt: Date.now(), refused: null });
  }

  #resubscribe(topic: Topic, early: readonly PatchOp[] = []): void {
    topic.early = [...early];
    this.#send({ type: "subscribe", topic: topic.name, key: topic.key });
  }

  #show(topic: Topic, view: TopicView<unknown>): void {
    topic.view = view;
    for (const listener of topic.listeners) listener();
  }

  #setLine(line: LineState): void {
    if (this.#line === line) return;
    this.#line = line;
    for (const listener of this.#lineListeners) listener();
  }

  #send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}

function topicId(name: string, key: string): string {
  return `${name} ${key}`;
}
