import type { KeyTiming, RtpMedia } from "./rtp-media.ts";
import { answerDirection, describeMedia, type MediaDirection, readMedia } from "./sdp.ts";
import type { Conversation, Peer, SipEndpoint } from "./sip-endpoint.ts";
import { addressOf, buildSip, echoedHeaders, type Header, header, type SipMessage } from "./sip-message.ts";
import { containsTone, describeSound, loudness } from "./tones.ts";

/** How the call ended: who hung up, or why it never began. `status` is SIP's, 200 after a talk. */
export interface CallEnd {
  readonly by: "us" | "them";
  readonly status: number;
  readonly reason: string;
}

/** Milliseconds of performance.now(); undefined while it has not happened. */
export interface CallTimes {
  invitedAtMs: number;
  ringingAtMs?: number;
  answeredAtMs?: number;
  endedAtMs?: number;
}

export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  /** `From` of our requests, with our tag. */
  readonly local: string;
  /** `To` of our requests, with their tag once known. */
  remote: string;
  /** Their Contact: where requests of this call go. */
  target: string;
  /** RFC 3261 section 12.1: their Record-Route, in the order in which we use it. */
  routes: readonly string[];
  sequence: number;
  peer: Peer;
}

interface CallParts {
  readonly endpoint: SipEndpoint;
  readonly dialog: Dialog;
  readonly media: RtpMedia;
  /** Ends an INVITE that is not answered yet, ours by CANCEL, theirs by a refusal. */
  readonly giveUp: () => void;
  /** Answers to our INVITE, when the call is ours. */
  readonly onInviteAnswer: (message: SipMessage) => void;
  readonly onClosed: () => void;
}

/** A telephone call as a person has it: speaks, listens, presses keys, hangs up. */
export class SipCall implements Conversation {
  readonly times: CallTimes = { invitedAtMs: performance.now() };
  readonly media: RtpMedia;
  readonly dialog: Dialog;
  /** Resolves when the call is over, whatever the reason; never rejects. */
  readonly ended: Promise<CallEnd>;
  readonly #parts: CallParts;
  readonly #answered: Promise<void>;
  #resolveAnswered: () => void = () => undefined;
  #resolveEnded: (end: CallEnd) => void = () => undefined;
  #end: CallEnd | undefined;
  #stopBye: () => void = () => undefined;
  #theirDirection: MediaDirection = "sendrecv";
  #version = 1;

  constructor(parts: CallParts) {
    this.#parts = parts;
    this.media = parts.media;
    this.dialog = parts.dialog;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    this.#answered = new Promise((resolve) => {
      this.#resolveAnswered = resolve;
    });
  }

  get isTalking(): boolean {
    return this.times.answeredAtMs !== undefined && this.#end === undefined;
  }

  /** "sendonly" or "inactive" while the other side holds us. */
  get theirDirection(): MediaDirection {
    return this.#theirDirection;
  }

  /** From the INVITE to the first packet of sound heard, milliseconds. */
  get inviteToSoundMs(): number | undefined {
    const first = this.media.heard.firstAtMs;
    return first === undefined ? undefined : first - this.times.invitedAtMs;
  }

  /** Resolves at the answer; rejects when the call ends before or nobody answers in time. */
  async answered(timeoutMs = 15_000): Promise<void> {
    const over = this.ended.then((end) => {
      if (this.times.answeredAtMs === undefined) throw new Error(`not answered: ${end.status} ${end.reason}`);
    });
    await this.#within(timeoutMs, Promise.race([this.#answered, over]), () => "nobody answered");
  }

  press(keys: string, timing?: KeyTiming): Promise<void> {
    return this.media.press(keys, timing);
  }

  /** Waits until this tone is heard for 200 ms, from now on. */
  async hears(hertz: number, timeoutMs = 10_000): Promise<void> {
    const from = this.media.heard.samples.length;
    await this.#until(
      timeoutMs,
      () => `${hertz} Hz, heard ${describeSound(this.media.heard.last(400))}`,
      () => {
        const enough = this.media.heard.samples.length - from >= 1_600;
        return enough && containsTone(this.media.heard.last(200), hertz);
      },
    );
  }

  /** Waits until there is any sound (speech, music) for 200 ms, from now on. */
  async hearsSomething(timeoutMs = 5_000): Promise<void> {
    const from = this.media.heard.samples.length;
    await this.#until(
      timeoutMs,
      () => "any sound",
      () => {
        const enough = this.media.heard.samples.length - from >= 1_600;
        return enough && loudness(this.media.heard.last(200)) > 0.01;
      },
    );
  }

  /** Waits until nothing has been heard for half a second. */
  async hearsSilence(timeoutMs = 5_000): Promise<void> {
    let lastLength = -1;
    await this.#until(
      timeoutMs,
      () => `silence, heard ${describeSound(this.media.heard.last(500))}`,
      () => {
        const stopped = this.media.heard.samples.length === lastLength;
        lastLength = this.media.heard.samples.length;
        return stopped || loudness(this.media.heard.last(500)) < 0.003;
      },
    );
  }

  /** Ends the call, ringing or talking; resolves when the other side has confirmed. */
  async hangup(): Promise<CallEnd> {
    if (this.#end) return this.#end;
    if (this.times.answeredAtMs === undefined) this.#parts.giveUp();
    else this.#bye();
    return await this.ended;
  }

  receive(message: SipMessage, from: Peer): void {
    if (!message.request) this.#receiveAnswer(message);
    else this.#receiveRequest(message, message.request.method, from);
  }

  /** Our INVITE was answered, or theirs by us. */
  confirm(sdp: string): void {
    if (sdp) this.connectMedia(sdp);
    if (this.times.answeredAtMs !== undefined) return;
    this.times.answeredAtMs = performance.now();
    this.#resolveAnswered();
  }

  connectMedia(sdp: string): void {
    const remote = readMedia(sdp);
    if (!remote) return;
    this.#theirDirection = remote.direction;
    this.media.connect(remote);
  }

  finish(end: CallEnd): void {
    if (this.#end) return;
    this.#end = end;
    this.times.endedAtMs = performance.now();
    this.#stopBye();
    this.media.close();
    this.#parts.onClosed();
    this.#resolveEnded(end);
  }

  /** ACK of a 200 to our INVITE: outside any transaction, repeated for each repeated 200 (RFC 3261 section 13.2.2.4). */
  acknowledge(sequence: number): void {
    this.#send("ACK", sequence);
  }

  #receiveAnswer(message: SipMessage): void {
    const method = header(message, "cseq").split(" ")[1];
    if (method === "INVITE") this.#parts.onInviteAnswer(message);
    else if (method === "BYE" && message.status >= 200) {
      this.finish({ by: "us", status: 200, reason: "hung up" });
    }
  }

  #receiveRequest(message: SipMessage, method: string, from: Peer): void {
    if (method === "ACK") return;
    if (method === "INVITE" || method === "UPDATE") this.#answerNewMedia(message, from);
    else this.#reply(message, 200, from);
    if (method === "BYE") this.finish({ by: "them", status: 200, reason: "hung up" });
    else if (method === "CANCEL") this.finish({ by: "them", status: 487, reason: "cancelled" });
  }

  /** A re-INVITE: hold, or the other side's sound moved. */
  #answerNewMedia(message: SipMessage, from: Peer): void {
    if (message.body) this.connectMedia(message.body);
    const sdp = describeMedia({
      host: this.#parts.endpoint.host,
      port: this.media.port,
      direction: answerDirection(this.#theirDirection),
      version: ++this.#version,
    });
    this.#reply(message, 200, from, sdp);
  }

  #reply(message: SipMessage, status: number, to: Peer, sdp = ""): void {
    const { endpoint, dialog } = this.#parts;
    const headers: Header[] = [
      ...echoedHeaders(message, dialog.localTag),
      ["Contact", `<sip:vera@${endpoint.host}:${endpoint.port}>`],
      ...(sdp ? [["Content-Type", "application/sdp"] as const] : []),
    ];
    endpoint.send(buildSip(`SIP/2.0 ${status} OK`, headers, sdp), to);
  }

  #bye(): void {
    this.dialog.sequence += 1;
    const message = this.#request("BYE", this.dialog.sequence);
    this.#stopBye = this.#parts.endpoint.sendUntil(message, this.dialog.peer, () =>
      this.finish({ by: "us", status: 408, reason: "nobody confirmed the end" }),
    );
  }

  #send(method: string, sequence: number): void {
    this.#parts.endpoint.send(this.#request(method, sequence), this.dialog.peer);
  }

  #request(method: string, sequence: number): string {
    const { callId, local, remote, target, routes } = this.dialog;
    return buildSip(`${method} ${target} SIP/2.0`, [
      ["Via", this.#parts.endpoint.via()],
      ["Max-Forwards", "70"],
      ...routes.map((route): Header => ["Route", route]),
      ["From", local],
      ["To", remote],
      ["Call-ID", callId],
      ["CSeq", `${sequence} ${method}`],
    ]);
  }

  async #until(timeoutMs: number, wanted: () => string, holds: () => boolean): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (!holds()) {
      if (this.#end) throw new Error(`the call ended (${this.#end.reason}) while waiting for ${wanted()}`);
      if (performance.now() > deadline) throw new Error(`within ${timeoutMs} ms there was not ${wanted()}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async #within(timeoutMs: number, work: Promise<void>, what: () => string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`within ${timeoutMs} ms ${what()}`)), timeoutMs);
    });
    await Promise.race([work, late]).finally(() => clearTimeout(timer));
  }
}

/** Their tag, Contact and route, from the answer (as caller) or the request (as called) that made the call. */
export function learnDialog(dialog: Dialog, message: SipMessage): void {
  const contact = header(message, "contact");
  if (contact) dialog.target = addressOf(contact);
  const routes = (message.headers.get("record-route") ?? []).flatMap((value) => value.split(/,\s*(?=<)/));
  dialog.routes = message.request ? routes : routes.toReversed();
  if (!message.request) dialog.remote = header(message, "to");
}
