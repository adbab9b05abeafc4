import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { createUser } from "../server/src/identity/index.ts";
import { addEntryPoint, createFlow, publishFlow } from "../server/src/ivr/index.ts";
import { readConfiguration } from "../server/src/platform/config.ts";
import { asSystem, type Context, type Platform, type TenantId } from "../server/src/platform/index.ts";
import { createLogger } from "../server/src/platform/log.ts";
import { createPlatform } from "../server/src/platform/platform.ts";
import { Closers } from "../server/src/processes/closers.ts";
import { openDatabase } from "../server/src/processes/database.ts";
import { type Modules, startModules } from "../server/src/processes/modules.ts";
import { createQueue } from "../server/src/routing/index.ts";
import { createTenant } from "../server/src/tenants/index.ts";
import { type AgentPhones, type AsteriskInstance, createTrunk } from "../server/src/voice/index.ts";

/** What the load process says of the Asterisk that it started and keeps. */
export interface RingEngine {
  readonly instance: Pick<
    AsteriskInstance,
    "version" | "directory" | "recordingsDirectory" | "ari" | "manager" | "sip" | "sipWebSocketUrl" | "pid"
  >;
  /** Names of the agents' telephones in Asterisk. */
  readonly agents: readonly string[];
}

const QUEUE_NUMBER = "08005550001";
const PROMPT_NUMBER = "08005550002";
const PROMPT = "Bienvenido a la línea de la Provincia. Por favor, aguarde un momento.";

/** The whole product on the bench's Asterisk, in a process of its own, so that the load does not share its thread. */
process.once("message", (engine: RingEngine) => {
  void run(engine).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});

async function run({ instance, agents }: RingEngine): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "vera-bench-"));
  const closers = new Closers();
  closers.addLast(() => rm(dataDir, { recursive: true, force: true }));
  const database = await openDatabase({ dataDir, url: undefined });
  closers.addLast(() => database.stop());
  const platform = createPlatform({
    databaseUrl: database.url,
    filesDir: join(dataDir, "files"),
    masterKeyPath: join(dataDir, "keys/master.key"),
    log: createLogger({ level: "error", showPii: false }),
  });
  closers.add(() => platform.close());
  const phones = new BenchPhones();
  const modules = await startModules(platform, {
    options: {
      dataDir,
      demo: false,
      voice: true,
      httpPort: 0,
      sipPort: instance.sip.port,
      databaseUrl: undefined,
      configuration: readConfiguration(),
      enginePrefix: "",
      onProgress: () => undefined,
    },
    engine: asEngine(instance),
    closers,
    phones,
  });
  await platform.jobs.start();
  await makeCentre(platform, modules, { agents, phones });
  process.send?.({ queueNumber: QUEUE_NUMBER, promptNumber: PROMPT_NUMBER });
  process.once("message", () => void closers.close().then(() => process.exit(0)));
}

/** The load process looks after Asterisk; here it is simply there. */
function asEngine(instance: RingEngine["instance"]): AsteriskInstance {
  return {
    ...instance,
    adopted: false,
    up: true,
    onState: () => () => undefined,
    release: () => undefined,
    stop: () => Promise.resolve(),
  };
}

class BenchPhones implements AgentPhones {
  readonly names = new Map<string, string>();

  dialString(agentId: string): string | null {
    const name = this.names.get(agentId);
    return name === undefined ? null : `PJSIP/${name}`;
  }

  isRegistered(agentId: string): boolean {
    return this.names.has(agentId);
  }
}

/** A province with one queue without wrap-up, its agents ready, a number into the queue and one that only speaks. */
async function makeCentre(
  platform: Platform,
  { router, ivr }: Modules,
  { agents, phones }: { agents: readonly string[]; phones: BenchPhones },
): Promise<void> {
  const userIds = await asSystem(platform, "bench", async (ctx) => {
    const tenant = await createTenant(ctx, {
      parentId: null,
      kind: "province",
      slug: "bench",
      name: "Provincia de prueba",
      shortName: "Prueba",
      zone: "America/Argentina/Cordoba",
    });
    const tenantId = tenant.id as TenantId;
    await createTrunk(ctx, { tenantId, ...LOOPBACK, addresses: ["127.0.0.1"] });
    const queue = await createQueue(ctx, {
      tenantId,
      name: "Prueba",
      requirements: [],
      wrapUp: { mode: "none", seconds: null, extensions: 0 },
    });
    await makeFlow(ctx, { tenantId, number: QUEUE_NUMBER, graph: queueGraph(queue.id) });
    await makeFlow(ctx, { tenantId, number: PROMPT_NUMBER, graph: promptGraph });
    const ids: string[] = [];
    for (const name of agents) {
      const memberships = [{ tenantId, role: "agent", includesDescendants: true }] as const;
      const { user } = await createUser(ctx, { username: name, name, memberships: [...memberships] });
      ids.push(user.id);
      phones.names.set(user.id, name);
    }
    return ids;
  });
  await ivr.prepare();
  for (const agentId of userIds) {
    await router.introduce({ agentId, scope: "system" });
    await router.agentPresent(agentId);
    await router.setAgentState({ agentId, state: "ready", reason: null });
  }
}

async function makeFlow(
  ctx: Context,
  { tenantId, number, graph }: { tenantId: TenantId; number: string; graph: FlowGraph },
): Promise<void> {
  const { id: flowId } = await createFlow(ctx, { tenantId, name: number, graph });
  // Voiced after the transaction, by prepare().
  const publishing = { queueExists: async () => true, voice: async () => undefined };
  await publishFlow(ctx, { flowId, note: null, publishing });
  await addEntryPoint(ctx, { tenantId, number, name: number, flowId });
}

function queueGraph(queueId: string): FlowGraph {
  const goodbye = { type: "hangup", exits: {} } as const;
  const exits = { timeout: "goodbye", overflow: "goodbye", closed: "goodbye" };
  return {
    start: "queue",
    nodes: { queue: { type: "queue", queueId, maxWaitSeconds: 600, exits }, goodbye },
  };
}

const promptGraph: FlowGraph = {
  start: "welcome",
  nodes: {
    welcome: { type: "say", say: [{ text: PROMPT }], exits: { next: "goodbye" } },
    goodbye: { type: "hangup", exits: {} },
  },
};

const LOOPBACK = {
  name: "Esta máquina",
  kind: "address",
  host: "127.0.0.1",
  port: 5070,
  transport: "udp",
  username: null,
  numberFormat: "digits",
  maxCalls: null,
  active: true,
} as const;
