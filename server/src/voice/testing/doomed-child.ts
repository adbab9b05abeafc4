import type { QueueId, TenantId, UserId } from "../../platform/index.ts";
import { createLogger } from "../../platform/log.ts";
import { createPlatform } from "../../platform/platform.ts";
import type { AsteriskInstance } from "../asterisk/supervise.ts";
import { createVoice } from "../create-voice.ts";
import { TestAcd } from "./test-acd.ts";
import { queueFlow, testFlows } from "./voice-kit.ts";

export interface DoomedInput {
  readonly databaseUrl: string;
  readonly filesDirectory: string;
  readonly tenantId: TenantId;
  readonly queueId: QueueId;
  /** Name of each person's telephone in Asterisk. */
  readonly phones: Readonly<Record<string, string>>;
  readonly asterisk: Pick<AsteriskInstance, "ari" | "manager" | "directory" | "recordingsDirectory">;
}

const input = JSON.parse(process.argv[2] ?? "{}") as DoomedInput;
const platform = createPlatform({
  databaseUrl: input.databaseUrl,
  maxConnections: 4,
  filesDir: `${input.filesDirectory}/files`,
  masterKeyPath: `${input.filesDirectory}/master.key`,
  log: createLogger({ level: "error", showPii: false }),
});
const acd = new TestAcd(platform);
const flow = queueFlow(acd, input.queueId);
const dialString = (agentId: string): string | null => {
  const name = input.phones[agentId];
  return name ? `PJSIP/${name}` : null;
};
const voice = await createVoice(platform, {
  asterisk: { ...input.asterisk, onState: () => () => undefined } as unknown as AsteriskInstance,
  phones: { dialString, isRegistered: (agentId) => dialString(agentId) !== null },
  outbound: () => ({
    dial: () => Promise.resolve({ status: "failed" }),
    check: ({ number }) => Promise.resolve({ e164: number, callerId: "+543483420000" }),
  }),
  ports: {
    routing: acd,
    flows: testFlows(input.tenantId, async (run) => {
      await run.leg.startMusic(`${input.asterisk.directory}/sounds/vera-music`);
      return await flow(run);
    }),
  },
});
acd.voice = voice;
process.on("message", (message: { ready: UserId }) => {
  acd.ready(message.ready);
});
process.send?.("up");
