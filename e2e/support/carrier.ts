import { type IncomingCall, receiveCalls } from "../../server/src/voice/user-agent/sip-callee.ts";
import type { SipEndpoint } from "../../server/src/voice/user-agent/sip-endpoint.ts";

/** The public network as the trunk of the demonstration finds it: what is dialled outside rings here. */
export class Carrier {
  readonly #endpoint: SipEndpoint;
  readonly #waiting: ((call: IncomingCall) => void)[];

  private constructor(endpoint: SipEndpoint, waiting: ((call: IncomingCall) => void)[]) {
    this.#endpoint = endpoint;
    this.#waiting = waiting;
  }

  static async open(): Promise<Carrier> {
    const waiting: ((call: IncomingCall) => void)[] = [];
    const onCall = (call: IncomingCall): void => {
      const taker = waiting.shift();
      if (taker) taker(call);
      else call.refuse(480, "Nobody is expected to be called");
    };
    return new Carrier(await receiveCalls({ onCall }), waiting);
  }

  get port(): number {
    return this.#endpoint.port;
  }

  /** The next call that rings, from now on. */
  next(timeoutMs = 15_000): Promise<IncomingCall> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("nothing rang outside")), timeoutMs);
      this.#waiting.push((call) => {
        clearTimeout(timer);
        resolve(call);
      });
    });
  }

  close(): void {
    this.#endpoint.close();
  }
}
