import { answerChallenge, type Credentials } from "./sip-digest.ts";
import type { Peer, SipEndpoint } from "./sip-endpoint.ts";
import { buildSip, type Header, header, type SipMessage } from "./sip-message.ts";

export interface InviteOptions {
  readonly endpoint: SipEndpoint;
  readonly peer: Peer;
  readonly callId: string;
  /** Request-URI: who is called. */
  readonly uri: string;
  /** Header values, `From` with our tag. */
  readonly from: string;
  readonly to: string;
  readonly contact: string;
  readonly sdp: string;
  readonly credentials: Credentials | undefined;
  readonly onProgress: (message: SipMessage) => void;
  readonly onAnswer: (message: SipMessage) => void;
  readonly onRefused: (status: number, reason: string) => void;
}

/** The client side of one INVITE (RFC 3261 section 17.1.1): retransmission, one round of authentication, CANCEL. */
export class InviteClient {
  readonly #options: InviteOptions;
  #sequence = 1;
  #via: string;
  #stopSending: () => void = () => undefined;
  #state: "calling" | "proceeding" | "ended" = "calling";
  #cancelled = false;
  #authenticated = false;

  constructor(options: InviteOptions) {
    this.#options = options;
    this.#via = options.endpoint.via();
  }

  /** CSeq number of the last INVITE; requests of the dialog go on from here. */
  get sequence(): number {
    return this.#sequence;
  }

  send(authorization?: Header): void {
    const { endpoint, peer, uri, contact, sdp } = this.#options;
    const headers: Header[] = [
      ...this.#headers("INVITE", this.#options.to),
      ["Contact", contact],
      ["Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE"],
      ...(authorization ? [authorization] : []),
      ["Content-Type", "application/sdp"],
    ];
    this.#state = "calling";
    this.#stopSending = endpoint.sendUntil(buildSip(`INVITE ${uri} SIP/2.0`, headers, sdp), peer, () =>
      this.#end(408, "no answer from the other side"),
    );
  }

  /** RFC 3261 section 9.1: only after a first answer; the INVITE itself then ends with 487. */
  cancel(): void {
    this.#cancelled = true;
    if (this.#state === "proceeding") this.#sendCancel();
  }

  /** Silence from here on: the socket is about to be closed. */
  stop(): void {
    this.#stopSending();
  }

  receive(message: SipMessage): void {
    this.#stopSending();
    if (message.status < 200) {
      if (this.#state === "calling") {
        this.#state = "proceeding";
        if (this.#cancelled) this.#sendCancel();
      }
      if (message.status > 100) this.#options.onProgress(message);
      return;
    }
    if (message.status < 300) {
      this.#state = "ended";
      this.#options.onAnswer(message);
      return;
    }
    this.#acknowledgeRefusal(message);
    if (this.#state === "ended") return;
    if (!this.#authenticate(message)) this.#end(message.status, message.reason);
  }

  #authenticate(message: SipMessage): boolean {
    const { credentials, uri } = this.#options;
    const proxy = message.status === 407;
    if (!credentials || this.#authenticated || (message.status !== 401 && !proxy)) return false;
    this.#authenticated = true;
    this.#sequence += 1;
    this.#via = this.#options.endpoint.via();
    const challenge = header(message, proxy ? "proxy-authenticate" : "www-authenticate");
    const value = answerChallenge(challenge, { method: "INVITE", uri, ...credentials });
    this.send([proxy ? "Proxy-Authorization" : "Authorization", value]);
    return true;
  }

  #acknowledgeRefusal(message: SipMessage): void {
    this.#request("ACK", header(message, "to"));
  }

  #sendCancel(): void {
    this.#request("CANCEL", this.#options.to);
  }

  #request(method: "ACK" | "CANCEL", to: string): void {
    const { endpoint, peer, uri } = this.#options;
    endpoint.send(buildSip(`${method} ${uri} SIP/2.0`, this.#headers(method, to)), peer);
  }

  #headers(method: string, to: string): Header[] {
    return [
      ["Via", this.#via],
      ["Max-Forwards", "70"],
      ["From", this.#options.from],
      ["To", to],
      ["Call-ID", this.#options.callId],
      ["CSeq", `${this.#sequence} ${method}`],
    ];
  }

  #end(status: number, reason: string): void {
    this.#stopSending();
    this.#state = "ended";
    this.#options.onRefused(status, reason);
  }
}
