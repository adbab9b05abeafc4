import type { UserId } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { putDynamicObject } from "../asterisk/dynamic-object.ts";
import type { SipCall } from "../user-agent/sip-call.ts";
import { type IncomingCall, receiveCalls } from "../user-agent/sip-callee.ts";
import type { SipEndpoint } from "../user-agent/sip-endpoint.ts";
import { header } from "../user-agent/sip-message.ts";
import { tone } from "../user-agent/tones.ts";
import type { AgentPhones } from "../voice.ts";

/** A person's telephone on plain SIP, which speaks one tone. */
export interface TestPhone {
  readonly userId: UserId;
  readonly hertz: number;
  readonly rung: IncomingCall[];
  /** The next call that rings here, from now on. */
  next(timeoutMs?: number): Promise<IncomingCall>;
  /** Lifts it and speaks. */
  lift(call: IncomingCall): SipCall;
}

/** Telephones that are always registered; "auto" calls are lifted by themselves as the desk does. */
export class TestPhones implements AgentPhones {
  readonly #phones = new Map<string, { name: string; endpoint: SipEndpoint }>();
  readonly #ari: () => Promise<Ari>;
  /** Phones that lift by themselves when the INVITE asks for it. */
  readonly lifted: SipCall[] = [];
  readonly unplugged = new Set<string>();

  constructor(ari: () => Promise<Ari>) {
    this.#ari = ari;
  }

  dialString(agentId: string): string | null {
    const phone = this.#phones.get(agentId);
    return phone && !this.unplugged.has(agentId) ? `PJSIP/${phone.name}` : null;
  }

  /** For a process that only has to ring them. */
  names(): Record<string, string> {
    return Object.fromEntries([...this.#phones].map(([userId, { name }]) => [userId, name]));
  }

  isRegistered(agentId: string): boolean {
    return this.dialString(agentId) !== null;
  }

  async add(userId: UserId, hertz: number): Promise<TestPhone> {
    const rung: IncomingCall[] = [];
    const waiting: ((call: IncomingCall) => void)[] = [];
    const lift = (call: IncomingCall): SipCall => {
      const talk = call.answer();
      void talk.media.play(tone({ hertz, seconds: 1 }), { loop: true });
      return talk;
    };
    const endpoint = await receiveCalls({
      onCall: (call) => {
        call.ring();
        if (header(call.invite, "x-vera-answer") === "auto") this.lifted.push(lift(call));
        rung.push(call);
        waiting.shift()?.(call);
      },
    });
    const name = `phone-${hertz}-${endpoint.port}`;
    this.#phones.set(userId, { name, endpoint });
    await this.#register(name, endpoint.port);
    const next = (timeoutMs = 5_000): Promise<IncomingCall> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`phone ${hertz} did not ring`)), timeoutMs);
        waiting.push((call) => {
          clearTimeout(timer);
          resolve(call);
        });
      });
    return { userId, hertz, rung, next, lift };
  }

  /** After an Asterisk restart. */
  async registerAll(): Promise<void> {
    for (const { name, endpoint } of this.#phones.values()) await this.#register(name, endpoint.port);
  }

  close(): void {
    for (const { endpoint } of this.#phones.values()) endpoint.close();
  }

  async #register(name: string, port: number): Promise<void> {
    const ari = await this.#ari();
    await putDynamicObject(ari, {
      kind: "aor",
      id: name,
      fields: { contact: `sip:${name}@127.0.0.1:${port}`, qualify_frequency: "0" },
    });
    await putDynamicObject(ari, {
      kind: "endpoint",
      id: name,
      fields: {
        transport: "transport-udp",
        context: "vera-agent",
        aors: name,
        identify_by: "username",
        disallow: "all",
        allow: "alaw",
        direct_media: "no",
        send_connected_line: "no",
      },
    });
  }
}
