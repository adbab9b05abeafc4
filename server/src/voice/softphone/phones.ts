import type { SoftphoneCredentials } from "@vera/contracts/voice";
import { asSystem, DomainError, type Platform, type UserId } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { createAgentEndpoint, newAgentSecret, removeAgentEndpoint } from "../asterisk/agent-endpoint.ts";
import type { AgentPhones } from "../voice.ts";
import { allSoftphones, deleteSoftphone, insertSoftphone, type SoftphoneRow } from "./store.ts";

interface Phone extends SoftphoneRow {
  /** Null when an earlier process of ours made it: after an Asterisk restart its browser must ask again. */
  readonly secret: string | null;
  registered: boolean;
}

export interface PhonesOptions {
  readonly platform: Platform;
  readonly ari: Ari;
  readonly onChange: (userId: UserId, registered: boolean) => void;
}

const REALM = "vera";
export const SIP_PATH = "/sip";

/** The telephones of the people who are signed in. One per person: the newest login has the line. */
export class SoftphonePhones implements AgentPhones {
  readonly #options: PhonesOptions;
  readonly #byUser = new Map<string, Phone>();
  readonly #stops: (() => void)[];

  constructor(options: PhonesOptions) {
    this.#options = options;
    this.#stops = [
      options.ari.on("EndpointStateChange", ({ endpoint }) => {
        this.#heard(endpoint.resource, endpoint.state === "online");
      }),
    ];
  }

  dialString(agentId: string): string | null {
    const phone = this.#byUser.get(agentId);
    return phone?.registered ? `PJSIP/${phone.name}` : null;
  }

  isRegistered(agentId: string): boolean {
    return this.#byUser.get(agentId)?.registered ?? false;
  }

  /** A fresh secret each time; the former telephone of this person stops working. */
  async provision(given: {
    userId: UserId;
    sessionId: string | null;
    displayName: string;
  }): Promise<SoftphoneCredentials> {
    const { platform, ari } = this.#options;
    const former = this.#byUser.get(given.userId);
    const name = `a-${platform.ids.randomToken(12).toLowerCase().replaceAll("_", "-")}`;
    const secret = newAgentSecret();
    const phone: Phone = { ...given, name, secret, registered: false };
    await asSystem(platform, "softphone", (ctx) => insertSoftphone(ctx, phone));
    try {
      await createAgentEndpoint(ari, { name, secret, displayName: given.displayName });
      await this.#watch(name);
    } catch (cause) {
      const message = "The telephone engine is not reachable; try again in some seconds";
      throw new DomainError("unavailable", message, { key: "voiceUnavailable", cause });
    }
    this.#byUser.set(given.userId, phone);
    if (former?.registered) this.#options.onChange(given.userId, false);
    if (former) await this.#remove(former);
    return { uri: `sip:${name}@${REALM}`, username: name, secret, wsPath: SIP_PATH };
  }

  async endSession(sessionId: string): Promise<void> {
    const ended = [...this.#byUser.values()].filter((phone) => phone.sessionId === sessionId);
    for (const phone of ended) {
      this.#byUser.delete(phone.userId);
      await this.#remove(phone);
      this.#options.onChange(phone.userId, false);
    }
  }

  /** After our restart: the endpoints live on in Asterisk, only we have forgotten whose they are. */
  async adopt(): Promise<void> {
    const { platform, ari } = this.#options;
    const online = new Map(
      (await ari.call("GET /endpoints")).map(({ resource, state }) => [resource, state]),
    );
    for (const row of await asSystem(platform, "softphone", allSoftphones)) {
      const state = online.get(row.name);
      const former = this.#byUser.get(row.userId);
      if (former) await this.#remove(former);
      this.#byUser.delete(row.userId);
      if (state === undefined) {
        await asSystem(platform, "softphone", (ctx) => deleteSoftphone(ctx, row.name));
        continue;
      }
      this.#byUser.set(row.userId, { ...row, secret: null, registered: state === "online" });
      await this.#watch(row.name);
    }
  }

  /** Asterisk is gone: nobody's telephone rings until their browser has registered with the next one. */
  forgetRegistrations(): void {
    for (const phone of this.#byUser.values()) this.#setRegistered(phone, false);
  }

  /** After an Asterisk restart it knows nobody; browsers register again by themselves with the secrets they have. */
  async restore(): Promise<void> {
    this.forgetRegistrations();
    for (const phone of [...this.#byUser.values()]) {
      if (phone.secret) {
        await createAgentEndpoint(this.#options.ari, { name: phone.name, secret: phone.secret });
        await this.#watch(phone.name);
      } else {
        this.#byUser.delete(phone.userId);
      }
    }
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  async #watch(name: string): Promise<void> {
    const { ari } = this.#options;
    await ari.call("POST /applications/{applicationName}/subscription", {
      applicationName: ari.app,
      eventSource: `endpoint:PJSIP/${name}`,
    });
  }

  async #remove({ name }: Phone): Promise<void> {
    const { platform, ari } = this.#options;
    await asSystem(platform, "softphone", (ctx) => deleteSoftphone(ctx, name));
    await removeAgentEndpoint(ari, name);
  }

  #heard(name: string, registered: boolean): void {
    for (const phone of this.#byUser.values())
      if (phone.name === name) this.#setRegistered(phone, registered);
  }

  #setRegistered(phone: Phone, registered: boolean): void {
    if (phone.registered === registered) return;
    phone.registered = registered;
    this.#options.onChange(phone.userId, registered);
  }
}
