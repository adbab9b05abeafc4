import { Type } from "typebox";
import { Value } from "typebox/value";
import type { WebSocket } from "ws";
import type { TenantScope } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Principal } from "../http/principal.ts";
import { problemOf } from "../http/problem.ts";
import type { Logger } from "../log.ts";
import type { LiveConnection, Realtime } from "./realtime.ts";
import type { Peer } from "./room.ts";

const ClientMessage = Type.Union([
  Type.Object({
    type: Type.Union([Type.Literal("subscribe"), Type.Literal("unsubscribe")]),
    topic: Type.String({ maxLength: 40 }),
    key: Type.String({ maxLength: 80 }),
  }),
  Type.Object({ type: Type.Literal("ping") }),
]);

/** A screen that does not read is cut before its unsent frames fill our memory. */
const MAX_BUFFERED_BYTES = 1_048_576;
const MAX_TOPICS = 50;
const MAX_MESSAGES_PER_SECOND = 50;
/** A tab that vanished without a FIN is noticed after two missed beats. */
const BEAT_MS = 5_000;

/** One live screen. */
export class Connection implements LiveConnection, Peer {
  readonly principal: Principal;
  readonly scope: TenantScope = [];
  readonly #socket: WebSocket;
  readonly #realtime: Realtime;
  readonly #log: Logger;
  readonly #leave = new Map<string, () => void>();
  readonly #beat: NodeJS.Timeout;
  #alive = true;
  #budget = MAX_MESSAGES_PER_SECOND;
  #budgetSecond = 0;

  constructor(options: { socket: WebSocket; principal: Principal; realtime: Realtime; log: Logger }) {
    this.principal = options.principal;
    this.#socket = options.socket;
    this.#realtime = options.realtime;
    this.#log = options.log;
    this.#socket.on("message", (data) => void this.#receive(String(data)));
    this.#socket.on("pong", () => {
      this.#alive = true;
    });
    this.#socket.on("error", () => this.#socket.terminate());
    this.#socket.on("close", () => this.#closed());
    this.#beat = setInterval(() => this.#checkAlive(), BEAT_MS);
    this.#realtime.connected(this);
  }

  send(frame: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) this.#socket.terminate();
    else this.#socket.send(frame, { binary: false });
  }

  close(): void {
    this.#socket.close(4001, "signed out");
  }

  #checkAlive(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
  }

  #closed(): void {
    clearInterval(this.#beat);
    for (const leave of this.#leave.values()) leave();
    this.#leave.clear();
    this.#realtime.disconnected(this);
  }

  async #receive(text: string): Promise<void> {
    let about: object = {};
    try {
      this.#spend();
      const message: unknown = JSON.parse(text);
      if (!Value.Check(ClientMessage, message)) throw new DomainError("invalid", "Unknown message");
      if (message.type === "ping") return this.send(Buffer.from('{"type":"pong"}'));
      about = { topic: message.topic, key: message.key };
      if (message.type === "subscribe") await this.#subscribe(message.topic, message.key);
      else this.#unsubscribe(message.topic, message.key);
    } catch (error) {
      const problem = problemOf(
        error instanceof SyntaxError ? new DomainError("invalid", "Not JSON") : error,
      );
      if (problem.status >= 500) this.#log.error({ err: error }, "realtime message failed");
      this.send(Buffer.from(JSON.stringify({ type: "error", ...about, problem })));
    }
  }

  #spend(): void {
    const second = Math.floor(performance.now() / 1_000);
    if (second !== this.#budgetSecond) {
      this.#budgetSecond = second;
      this.#budget = MAX_MESSAGES_PER_SECOND;
    }
    this.#budget -= 1;
    if (this.#budget < 0) throw new DomainError("too-many", "Too many messages in a second");
  }

  async #subscribe(topic: string, key: string): Promise<void> {
    if (this.#leave.size >= MAX_TOPICS)
      throw new DomainError("too-many", `At most ${MAX_TOPICS} topics at a time`);
    this.#unsubscribe(topic, key);
    const leave = await this.#realtime.subscribe(this, this.principal, topic, key);
    if (this.#socket.readyState === this.#socket.OPEN) this.#leave.set(`${topic}:${key}`, leave);
    else leave();
  }

  #unsubscribe(topic: string, key: string): void {
    this.#leave.get(`${topic}:${key}`)?.();
    this.#leave.delete(`${topic}:${key}`);
  }
}
