import { randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { header, parseSip, type SipMessage } from "./sip-message.ts";

export interface Peer {
  readonly host: string;
  readonly port: number;
}

/** Hears of every message of one Call-ID. */
export interface Conversation {
  receive(message: SipMessage, from: Peer): void;
}

/** Retransmission of RFC 3261 section 17.1: after T1, then doubling up to T2, 32 s in all. */
const T1_MS = 500;
const T2_MS = 4_000;
const GIVE_UP_MS = 32_000;

/** One UDP socket that speaks SIP; several calls may share it. Messages find their call by Call-ID. */
export class SipEndpoint {
  readonly #socket: Socket;
  readonly #conversations = new Map<string, Conversation>();
  #onRequest: ((message: SipMessage, from: Peer) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("message", (data, from) => this.#receive(data, { host: from.address, port: from.port }));
    socket.on("error", () => undefined); // "port unreachable" of a peer that is gone: the missing answer tells
  }

  static async open({ host = "127.0.0.1", port = 0 }: Partial<Peer> = {}): Promise<SipEndpoint> {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind({ address: host, port }, () => resolve());
    });
    return new SipEndpoint(socket);
  }

  get host(): string {
    return this.#socket.address().address;
  }

  get port(): number {
    return this.#socket.address().port;
  }

  via(): string {
    return `SIP/2.0/UDP ${this.host}:${this.port};rport;branch=z9hG4bK${randomBytes(8).toString("hex")}`;
  }

  join(callId: string, conversation: Conversation): void {
    this.#conversations.set(callId, conversation);
  }

  leave(callId: string): void {
    this.#conversations.delete(callId);
  }

  /** Requests that belong to no known call: INVITE, OPTIONS. */
  onNewRequest(handler: (message: SipMessage, from: Peer) => void): void {
    this.#onRequest = handler;
  }

  send(text: string, to: Peer): void {
    this.#socket.send(text, to.port, to.host);
  }

  /** Sends again and again until the returned function is called; `gaveUp` after 32 s of silence. */
  sendUntil(text: string, to: Peer, gaveUp: () => void): () => void {
    let waitMs = T1_MS;
    let spentMs = 0;
    let timer = setTimeout(again, waitMs);
    const endpoint = this;
    this.send(text, to);
    function again(): void {
      spentMs += waitMs;
      if (spentMs >= GIVE_UP_MS) {
        gaveUp();
        return;
      }
      endpoint.send(text, to);
      waitMs = Math.min(waitMs * 2, T2_MS);
      timer = setTimeout(again, waitMs);
    }
    return () => clearTimeout(timer);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(data: Buffer, from: Peer): void {
    const message = parseSip(String(data));
    if (!message) return;
    const conversation = this.#conversations.get(header(message, "call-id"));
    if (conversation) conversation.receive(message, from);
    else if (message.request) this.#onRequest?.(message, from);
  }
}
