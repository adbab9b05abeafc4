import { AriError } from "./ari-error.ts";
import type { AriRequest } from "./ari-request.ts";
import { AriSocket, type AriSocketOptions } from "./ari-socket.ts";
import type { AriEvent } from "./asterisk-api.ts";

export interface AriLaneOptions extends Omit<AriSocketOptions, "onClose" | "onEvent"> {
  readonly onEvent: (event: AriEvent) => void;
  /** Runs before the lane counts as connected, at the first connection and at each one after it. */
  readonly onOpen: (request: AriLane["request"]) => Promise<void>;
  readonly onConnected: () => void;
  readonly onDisconnected: () => void;
}

/** Milliseconds between tries; the last one repeats. Asterisk is on this machine or the next rack: come back fast. */
const BACK_OFF_MS = [50, 100, 200, 400, 800, 1_000];

/** A socket that comes back after each cut, until it is closed or another application took its name. */
export class AriLane {
  readonly #options: AriLaneOptions;
  #socket: AriSocket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #attempt = 0;
  #state: "connecting" | "connected" | "closed" = "connecting";

  constructor(options: AriLaneOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#state === "connected";
  }

  get load(): number {
    return this.#socket?.load ?? 0;
  }

  /** Tries once; on failure it keeps trying by itself and the reason is thrown to whoever waits for the first try. */
  async connect(): Promise<void> {
    try {
      await this.#open();
    } catch (error) {
      this.#retryLater();
      throw error;
    }
  }

  request(operation: string, request: AriRequest): Promise<unknown> {
    if (this.#socket && this.#state !== "closed") return this.#socket.request(operation, request);
    return Promise.reject(new AriError(operation, 0, "Asterisk is not connected"));
  }

  close(): void {
    this.#state = "closed";
    clearTimeout(this.#retry);
    this.#socket?.close();
    this.#socket = undefined;
  }

  async #open(): Promise<void> {
    const socket = await AriSocket.open({
      ...this.#options,
      onEvent: (event) => this.#options.onEvent(event),
      onClose: () => this.#cut(),
    });
    if (this.#state === "closed") return socket.close();
    this.#socket = socket;
    try {
      await this.#options.onOpen((operation, request) => socket.request(operation, request));
    } catch (error) {
      this.#socket = undefined; // so that #cut, which the close brings, does not start a second retry
      socket.close();
      throw error;
    }
    this.#attempt = 0;
    this.#state = "connected";
    this.#options.onConnected();
  }

  #cut(): void {
    if (!this.#socket) return;
    this.#socket = undefined;
    if (this.#state !== "connected") return;
    this.#state = "connecting";
    this.#options.onDisconnected();
    this.#retryLater();
  }

  #retryLater(): void {
    if (this.#state === "closed") return;
    const delayMs = BACK_OFF_MS[Math.min(this.#attempt++, BACK_OFF_MS.length - 1)];
    // A failed try is not news: `onDisconnected` was said, and `onConnected` will tell the end.
    this.#retry = setTimeout(() => void this.connect().catch(() => undefined), delayMs);
  }
}
