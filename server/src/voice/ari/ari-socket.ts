import { WebSocket } from "ws";
import { AriError } from "./ari-error.ts";
import type { AriRequest } from "./ari-request.ts";
import type { AriEvent } from "./asterisk-api.ts";

export interface AriSocketOptions {
  /** `http://127.0.0.1:8088`, without path. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly app: string;
  readonly subscribeAll: boolean;
  readonly requestTimeoutMs: number;
  readonly onEvent: (event: AriEvent) => void;
  readonly onClose: () => void;
}

interface Pending {
  readonly operation: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AriError) => void;
}

interface RestResponse {
  readonly type: "RESTResponse";
  readonly request_id: string;
  readonly status_code: number;
  readonly reason_phrase: string;
  readonly message_body?: string;
}

const OPEN_TIMEOUT_MS = 5_000;
/** A peer that vanished without closing (its machine lost power) is noticed after two of these. */
const PING_EVERY_MS = 5_000;

/** One WebSocket to Asterisk: events come in, REST requests go out and are answered on the same socket. */
export class AriSocket {
  readonly #options: AriSocketOptions;
  readonly #socket: WebSocket;
  readonly #pending = new Map<string, Pending>();
  #nextId = 0;
  #ping: NodeJS.Timeout | undefined;
  #pongSeen = true;

  private constructor(options: AriSocketOptions) {
    this.#options = options;
    const query = new URLSearchParams({ app: options.app, subscribeAll: String(options.subscribeAll) });
    const credentials = Buffer.from(`${options.username}:${options.password}`).toString("base64");
    this.#socket = new WebSocket(`${options.url.replace(/^http/, "ws")}/ari/events?${query}`, ["ari"], {
      headers: { authorization: `Basic ${credentials}` },
      perMessageDeflate: false,
      handshakeTimeout: OPEN_TIMEOUT_MS,
    });
  }

  static open(options: AriSocketOptions): Promise<AriSocket> {
    const opened = new AriSocket(options);
    return new Promise((resolve, reject) => {
      const refuse = (reason: string): void => reject(new AriError("connect", 0, reason));
      opened.#socket.once("unexpected-response", (request, response) => {
        request.destroy();
        reject(new AriError("connect", response.statusCode ?? 0, response.statusMessage ?? ""));
      });
      opened.#socket.once("error", (error) => refuse(error.message));
      opened.#socket.once("open", () => {
        opened.#listen();
        resolve(opened);
      });
    });
  }

  /** Requests that wait for an answer; the less loaded of several sockets is the quicker one. */
  get load(): number {
    return this.#pending.size;
  }

  request(operation: string, request: AriRequest): Promise<unknown> {
    const id = String(++this.#nextId);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new AriError(operation, 0, `within ${this.#options.requestTimeoutMs} ms`));
      }, this.#options.requestTimeoutMs);
      this.#pending.set(id, { operation, timer, resolve, reject });
      this.#socket.send(
        JSON.stringify({
          type: "RESTRequest",
          transaction_id: id,
          request_id: id,
          method: request.method,
          uri: request.uri,
          query_strings: request.query,
          ...(request.body && { content_type: "application/json", message_body: request.body }),
        }),
      );
    });
  }

  /** Answers wait for nothing: the other side is told, then the connection is cut. */
  close(): void {
    this.#socket.close();
    this.#socket.terminate();
  }

  #listen(): void {
    this.#socket.on("message", (data) => this.#receive(String(data)));
    this.#socket.on("close", () => this.#closed());
    this.#socket.on("pong", () => {
      this.#pongSeen = true;
    });
    this.#ping = setInterval(() => {
      if (!this.#pongSeen) this.#socket.terminate();
      this.#pongSeen = false;
      this.#socket.ping();
    }, PING_EVERY_MS);
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as AriEvent | RestResponse;
    if (message.type === "RESTResponse") this.#settle(message);
    else this.#options.onEvent(message);
  }

  #settle(response: RestResponse): void {
    const pending = this.#pending.get(response.request_id);
    if (!pending) return; // its time-out came first
    this.#pending.delete(response.request_id);
    clearTimeout(pending.timer);
    const { status_code: status, message_body: body } = response;
    if (status < 300) pending.resolve(body ? JSON.parse(body) : undefined);
    else pending.reject(new AriError(pending.operation, status, `${response.reason_phrase} ${body ?? ""}`));
  }

  #closed(): void {
    clearInterval(this.#ping);
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new AriError(pending.operation, 0, "the connection was cut"));
    }
    this.#pending.clear();
    this.#options.onClose();
  }
}
