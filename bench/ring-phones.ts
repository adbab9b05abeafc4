import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import { type IncomingCall, receiveCalls } from "../server/src/voice/user-agent/sip-callee.ts";
import type { SipEndpoint } from "../server/src/voice/user-agent/sip-endpoint.ts";

/** A ring of one agent's telephone. */
export interface Ring {
  readonly phone: string;
  /** performance.now() when the INVITE came in. */
  readonly atMs: number;
}

/** The agents' telephones: one socket, one user name each; every call is answered at once. */
export class RingPhones {
  readonly #talks = new Map<string, SipCall>();
  readonly #waiting: ((ring: Ring) => void)[] = [];
  #endpoint: SipEndpoint | undefined;

  async open(): Promise<void> {
    this.#endpoint = await receiveCalls({ onCall: (call) => this.#ring(call) });
  }

  get port(): number {
    return this.#endpoint?.port ?? 0;
  }

  /** Who is in a talk now. */
  get talking(): string[] {
    return [...this.#talks].filter(([, talk]) => talk.isTalking).map(([phone]) => phone);
  }

  /** The next ring of any telephone, from now on. */
  next(timeoutMs: number): Promise<Ring> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no telephone rang within ${timeoutMs} ms`)),
        timeoutMs,
      );
      this.#waiting.push((ring) => {
        clearTimeout(timer);
        resolve(ring);
      });
    });
  }

  /** The agent ends their talk; returns when they did. */
  hangUp(phone: string): number {
    const talk = this.#talks.get(phone);
    this.#talks.delete(phone);
    const atMs = performance.now();
    void talk?.hangup();
    return atMs;
  }

  async quiet(timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (this.talking.length > 0) {
      if (performance.now() > deadline) throw new Error("the talks of the last measurement did not end");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.#endpoint?.close();
  }

  #ring(call: IncomingCall): void {
    call.ring();
    this.#talks.set(call.to, call.answer());
    this.#waiting.shift()?.({ phone: call.to, atMs: call.receivedAtMs });
  }
}
