import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { TrunkSettings } from "@vera/contracts/trunks";
import { sql } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { createTrunk } from "../trunks/change-trunk.ts";
import { seizureEnded } from "../trunks/events.ts";
import { createRoute, setPolicy } from "../trunks/outbound/change-outbound.ts";
import { startTrunks, type Trunks } from "../trunks/start-trunks.ts";
import { type IncomingCall, receiveCalls } from "../user-agent/sip-callee.ts";
import type { SipEndpoint } from "../user-agent/sip-endpoint.ts";
import type { OutboundOutcome, OutboundRequest } from "../voice.ts";
import { type TestAsterisk, testAsterisk } from "./test-asterisk.ts";

interface EndedSeizure {
  readonly trunkName: string;
  readonly outcome: string;
  readonly direction: string;
  readonly talkSeconds: number;
  readonly cause: number;
}

/** Real Asterisk, real PostgreSQL and carriers on loopback, with the trunks of a province between them. */
export class TrunkBench {
  readonly kit: TestPlatform;
  readonly asterisk: TestAsterisk;
  readonly ended: EndedSeizure[] = [];
  readonly #carriers: SipEndpoint[] = [];
  readonly #ports = new Map<string, number>();
  #ari: Ari | undefined;
  #trunks: Trunks | undefined;

  constructor(kit: TestPlatform, asterisk: TestAsterisk) {
    this.kit = kit;
    this.asterisk = asterisk;
    kit.platform.events.listen(seizureEnded, ({ data }) => void this.ended.push(data));
  }

  get ari(): Ari {
    assert.ok(this.#ari, "open() comes first");
    return this.#ari;
  }

  get trunks(): Trunks {
    assert.ok(this.#trunks, "open() comes first");
    return this.#trunks;
  }

  async open(): Promise<void> {
    this.ended.length = 0;
    this.#ari = await this.asterisk.ari();
    this.#trunks = await this.again();
  }

  /** As a process of ours that starts. */
  async again(): Promise<Trunks> {
    const { platform } = this.kit;
    const { log, instance } = this.asterisk;
    return await startTrunks({ platform, connection: instance.ari, log });
  }

  async reset(): Promise<void> {
    await this.trunks.close();
    this.ari.close();
    for (const carrier of this.#carriers.splice(0)) carrier.close();
    await this.kit.system(async (ctx) => {
      for (const table of ["seizure", "route_trunk", "route", "outbound_policy"]) {
        await sql`delete from ${sql.id("voice", table)}`.execute(ctx.db);
      }
      await sql`update voice.trunk set active = false, removed_at = now()`.execute(ctx.db);
    });
  }

  async close(): Promise<void> {
    await this.asterisk.close();
    await this.kit.close();
  }

  /** A carrier on loopback, and the trunk to it, whose id is returned. */
  async carrier(
    name: string,
    onCall: (call: IncomingCall) => void,
    more: Partial<TrunkSettings> = {},
  ): Promise<string> {
    const endpoint = await receiveCalls({ onCall });
    this.#carriers.push(endpoint);
    const settings = trunkTo(endpoint.port, { name, ...more });
    const { tenantId } = this.kit;
    const trunk = await this.kit.system((ctx) => createTrunk(ctx, { tenantId, ...settings }));
    this.#ports.set(trunk.id, endpoint.port);
    await this.trunks.settled();
    return trunk.id;
  }

  /** Where the carrier of this trunk listens. */
  portOf(trunkId: string): number {
    return this.#ports.get(trunkId) ?? 0;
  }

  async allow(trunkIds: string[], policy: { prefixes?: string[]; maxCalls?: number } = {}): Promise<void> {
    const { tenantId } = this.kit;
    await this.kit.system(async (ctx) => {
      await createRoute(ctx, { tenantId, name: "Argentina", prefix: "54", trunkIds, active: true });
      await setPolicy(ctx, {
        tenantId,
        policy: {
          callerId: "+543424506600",
          allowedPrefixes: policy.prefixes ?? ["54"],
          blockedPrefixes: ["54600"],
          maxCalls: policy.maxCalls ?? 5,
        },
      });
    });
  }

  dial(number: string, more: Partial<OutboundRequest> = {}): Promise<OutboundOutcome> {
    return this.trunks.outbound(this.ari).dial({
      tenantId: this.kit.tenantId,
      interactionId: this.kit.platform.ids.uuid(),
      number,
      showNumber: null,
      purpose: "agent",
      timeoutSeconds: 10,
      ...more,
    });
  }

  async seizuresWritten(count: number): Promise<void> {
    for (let i = 0; this.ended.length < count && i < 100; i += 1) await sleep(30);
    assert.equal(this.ended.length, count);
  }
}

export function trunkTo(port: number, more: Partial<TrunkSettings> = {}): TrunkSettings {
  return {
    name: "uno",
    kind: "address",
    host: "127.0.0.1",
    port,
    transport: "udp",
    username: null,
    addresses: ["127.0.0.1"],
    numberFormat: "digits",
    maxCalls: null,
    active: true,
    ...more,
  };
}

export async function trunkBench(): Promise<TrunkBench> {
  const kit = await testPlatform({ realClock: true });
  try {
    return new TrunkBench(kit, await testAsterisk({ trunk: false }));
  } catch (error) {
    await kit.close();
    throw error;
  }
}
