import type { Permission } from "@vera/contracts/permissions";
import type { FlowEnd } from "../../ivr/index.ts";
import { many, type QueueId, sql, type TenantId, type UserId } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createVoice, type VoiceService } from "../create-voice.ts";
import type { FlowPort, FlowRun } from "../ports.ts";
import { endpointOfTrunk, putTrunk } from "../trunks/trunk-objects.ts";
import type { SipCall } from "../user-agent/sip-call.ts";
import { type IncomingCall, receiveCalls } from "../user-agent/sip-callee.ts";
import { placeCall } from "../user-agent/sip-caller.ts";
import { header } from "../user-agent/sip-message.ts";
import { tone } from "../user-agent/tones.ts";
import { TestAcd } from "./test-acd.ts";
import { loopbackTrunk, type TestAsterisk, testAsterisk } from "./test-asterisk.ts";
import { testLines } from "./test-lines.ts";
import { type TestPhone, TestPhones } from "./test-phones.ts";

export const CITIZEN_HERTZ = 440;
export type TestFlow = (run: FlowRun) => Promise<FlowEnd>;

/** Voice on a real Asterisk, a real database, SIP phones that speak tones, and a router of one line. */
export interface VoiceKit {
  readonly kit: TestPlatform;
  readonly asterisk: TestAsterisk;
  readonly acd: TestAcd;
  readonly phones: TestPhones;
  readonly voice: VoiceService;
  readonly queueId: QueueId;
  /** Calls that reached the "carrier": what was dialled to the outside. */
  readonly outside: IncomingCall[];
  flow: TestFlow;
  agent(hertz: number): Promise<TestPhone>;
  /** A citizen calls and speaks their tone. */
  citizen(options?: { from?: string; to?: string }): Promise<SipCall>;
  /** The person's own requests to the API. */
  client(): TestClient;
  desk(userId: UserId, permissions?: readonly Permission[]): ReturnType<TestClient["as"]>;
  /** Rings a free agent for the call that waits longest, accepts and lifts. */
  connect(agent: TestPhone): Promise<{ interactionId: string; talk: SipCall }>;
  nextOutside(timeoutMs?: number): Promise<IncomingCall>;
  /** After an Asterisk restart: trunks are another part's work. */
  restoreTrunk(): Promise<void>;
  /** Voice begins; by itself unless the kit was made with `started: false`. */
  start(): Promise<void>;
  /** Waits until conversations knows that the interaction is over. */
  endReason(interactionId: string): Promise<string>;
  /** Waits until no call, channel or bridge is left: Asterisk removes a channel moments after it told of its end. */
  nothingLeft(): Promise<void>;
  close(): Promise<void>;
}

const DESK: readonly Permission[] = ["interaction.handle", "call.place"];
const DIALLED = "08005551111";

export async function voiceKit(
  options: { started?: boolean; browserPhones?: boolean } = {},
): Promise<VoiceKit> {
  const [kit, asterisk] = await Promise.all([
    testPlatform({ realClock: true, logLevel: "error" }),
    testAsterisk(),
  ]);
  const outside: IncomingCall[] = [];
  const open: SipCall[] = [];
  const carrier = await receiveCalls({ onCall: (call) => void outside.push(call) });
  const setup = await asterisk.ari({ app: "kit" });
  await putTrunk(setup, { ...loopbackTrunk("carrier", carrier.port), addresses: ["127.0.0.2"] });
  const acd = new TestAcd(kit.platform);
  const phones = new TestPhones(() => Promise.resolve(setup));
  const queueId = kit.platform.ids.uuid<QueueId>();
  let client: TestClient | undefined;
  const made: Omit<VoiceKit, "voice"> & { voice?: VoiceService } = {
    kit,
    asterisk,
    acd,
    phones,
    queueId,
    outside,
    flow: queueFlow(acd, queueId),
    agent: (hertz) => phones.add(kit.platform.ids.uuid<UserId>(), hertz),
    citizen: async ({ from = "3483550142", to = DIALLED } = {}) => {
      const call = await placeCall({ ...asterisk.sip, from, to });
      open.push(call);
      void call.media.play(tone({ hertz: CITIZEN_HERTZ, seconds: 1 }), { loop: true });
      return call;
    },
    client: () => client as TestClient,
    desk: (userId, permissions = DESK) => (client as TestClient).as(kit.principal({ userId, permissions })),
    connect: async (agent) => {
      const rings = agent.next();
      acd.ready(agent.userId);
      const ringing = await rings;
      const interactionId = header(ringing.invite, "x-vera-interaction");
      acd.accept(acd.offerOf(interactionId)?.offerId ?? "");
      const talk = agent.lift(ringing);
      open.push(talk);
      await waitUntil(() => acd.told.includes(`connected ${agent.userId}`), 15_000, "the connection");
      return { interactionId, talk };
    },
    restoreTrunk: () => putTrunk(setup, loopbackTrunk("demo", 5060)),
    start: async () => {
      const voice = await createVoice(kit.platform, {
        asterisk: asterisk.instance,
        ...(!options.browserPhones && { phones }),
        outbound: (ari) => testLines({ ari, lines: setup, trunkEndpoint: endpointOfTrunk("carrier") }),
        ports: { routing: acd, flows: testFlows(kit.tenantId, (run) => made.flow(run)) },
      });
      made.voice = voice;
      acd.voice = voice;
      client = await kit.http((http) => voice.routes(http));
    },
    nextOutside: (timeoutMs = 15_000) => waitUntil(() => outside.shift(), timeoutMs, "a call to the outside"),
    endReason: (interactionId) => endReasonOf(kit, interactionId),
    nothingLeft: () => nothingLeft(made as VoiceKit),
    close: async () => {
      for (const call of [...open, ...phones.lifted])
        call.finish({ by: "us", status: 200, reason: "test over" });
      await made.voice?.close();
      phones.close();
      carrier.close();
      await asterisk.close();
      await kit.close();
    },
  };
  if (options.started !== false) await made.start();
  return made as VoiceKit;
}

/** One number, which belongs to the tenant. */
export function testFlows(tenantId: TenantId, run: TestFlow): FlowPort {
  const entry = { entryPointId: tenantId, tenantId };
  return {
    entryPoint: (dialled) => Promise.resolve(dialled === DIALLED ? entry : undefined),
    run,
  };
}

async function nothingLeft({ voice }: VoiceKit): Promise<void> {
  await waitUntil(() => voice.liveCalls === 0, 10_000, "the end of all calls");
  const deadline = performance.now() + 10_000;
  for (;;) {
    const left = await Promise.all([voice.ari.call("GET /channels"), voice.ari.call("GET /bridges")]);
    if (left.flat().length === 0) return;
    if (performance.now() > deadline) throw new Error(`Asterisk still has ${JSON.stringify(left.flat())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function endReasonOf(kit: TestPlatform, interactionId: string): Promise<string> {
  for (;;) {
    const [row] = await kit.system((ctx) =>
      many<{ reason: string | null }>(
        ctx,
        sql`select end_reason as reason from conversations.interaction where id = ${interactionId}`,
      ),
    );
    if (row?.reason) return row.reason;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Straight into the queue, with silence. */
export function queueFlow(acd: TestAcd, queueId: QueueId): TestFlow {
  return async ({ interactionId, tenantId, citizenId, leg }) => {
    const abandoned = (): void => void acd.queue.leave({ interactionId, reason: "abandoned" });
    leg.ended.addEventListener("abort", abandoned);
    const entry = { interactionId, tenantId, citizenId, queueId, priority: 0, topic: null };
    const { outcome } = await acd.queue.enter({ ...entry, callerNumber: leg.callerNumber });
    leg.ended.removeEventListener("abort", abandoned);
    if (leg.ended.aborted) return "abandoned";
    return outcome === "answered" ? "answered" : "completed";
  };
}

export async function waitUntil<T>(
  look: () => T | undefined | null | false,
  timeoutMs: number,
  what: string,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`within ${timeoutMs} ms there was not ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
