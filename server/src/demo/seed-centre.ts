import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { addEntryPoint, createFlow, publishFlow } from "../ivr/index.ts";
import type { Context, TenantId, UserId } from "../platform/index.ts";
import { createQueue, createSkill, setAgentSkills } from "../routing/index.ts";
import { createOffice } from "../tickets/index.ts";
import { createRoute, createTrunk, setPolicy } from "../voice/index.ts";
import { MAIN_NUMBER, mainFlow, municipalFlow, VERA_NUMBER } from "./data/flows.ts";
import { OFFICES } from "./data/offices.ts";
import { PROVINCE } from "./data/organisms.ts";
import { PEOPLE } from "./data/people.ts";
import { QUEUES, SKILLS } from "./data/queues.ts";
import { required, type SeededOrganisms } from "./seed-organisms.ts";

interface Seeded {
  readonly organisms: SeededOrganisms;
  readonly users: ReadonlyMap<string, UserId>;
}

/** Skills, queues, flows with their numbers, offices. */
export async function seedCentre(ctx: Context, { organisms, users }: Seeded): Promise<void> {
  const { tenants } = organisms;
  const skills = await seedSkills(ctx, { organisms, users });
  const queues = await seedQueues(ctx, tenants, skills);
  await seedFlows(ctx, organisms, queues);
  await seedTrunk(ctx, required(tenants, PROVINCE));
  for (const { organism, name, members } of OFFICES) {
    const memberIds = members.map((username) => required(users, username));
    await createOffice(ctx, { tenantId: required(tenants, organism), name, memberIds });
  }
}

/** A skill belongs to the organism whose queues ask for it. */
async function seedSkills(
  ctx: Context,
  { organisms: { tenants }, users }: Seeded,
): Promise<ReadonlyMap<string, string>> {
  const skills = new Map<string, string>();
  for (const [code, name] of Object.entries(SKILLS)) {
    const organism = QUEUES.find(({ skill }) => skill === code)?.organism ?? PROVINCE;
    const { id } = await createSkill(ctx, { tenantId: required(tenants, organism), name });
    skills.set(code, id);
  }
  for (const { username, skills: levels } of PEOPLE) {
    if (!levels) continue;
    const items = Object.entries(levels).map(([code, level]) => ({ skillId: required(skills, code), level }));
    await setAgentSkills(ctx, required(users, username), { items });
  }
  return skills;
}

async function seedQueues(
  ctx: Context,
  tenants: ReadonlyMap<string, TenantId>,
  skills: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const queues: Record<string, string> = {};
  for (const { code, name, organism, skill, wrapUpSeconds } of QUEUES) {
    const queue = await createQueue(ctx, {
      tenantId: required(tenants, organism),
      name,
      requirements: [{ skillId: required(skills, skill), minimumLevel: 1 }],
      wrapUp: { mode: "mandatory-timed", seconds: wrapUpSeconds, extensions: 2 },
    });
    queues[code] = queue.id;
  }
  return queues;
}

async function seedFlows(
  ctx: Context,
  organisms: SeededOrganisms,
  queues: Readonly<Record<string, string>>,
): Promise<void> {
  const province = required(organisms.tenants, PROVINCE);
  const vera = required(organisms.tenants, "municipalidad-vera");
  await seedFlow(ctx, {
    tenantId: province,
    name: "Línea principal",
    number: MAIN_NUMBER,
    graph: mainFlow({ calendarId: organisms.alwaysOpenCalendarId, queues }),
  });
  await seedFlow(ctx, {
    tenantId: vera,
    name: "Municipalidad de Vera",
    number: VERA_NUMBER,
    graph: municipalFlow({ calendarId: organisms.municipalCalendarId, queueId: queues["vera"] ?? "" }),
  });
}

interface DemoFlow {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly number: string;
  readonly graph: FlowGraph;
}

async function seedFlow(ctx: Context, { tenantId, name, number, graph }: DemoFlow): Promise<void> {
  const { id: flowId } = await createFlow(ctx, { tenantId, name, graph });
  // Voiced after the seed, by the start of ivr: the transaction is not held while the voice speaks.
  const publishing = { queueExists: async () => true, voice: async () => undefined };
  await publishFlow(ctx, { flowId, note: "Flujo de demostración", publishing });
  await addEntryPoint(ctx, { tenantId, number, name, flowId });
}

/** Calls to the outside go here; where the town listens is written at each start (`town.ts`). */
export const OUTSIDE_TRUNK = { name: "Teléfonos de esta máquina", port: 5070 } as const;

/** Telephones of this machine call in without a password; calls to the outside go to the demonstration's town. */
async function seedTrunk(ctx: Context, tenantId: TenantId): Promise<void> {
  const trunk = await createTrunk(ctx, {
    tenantId,
    ...OUTSIDE_TRUNK,
    kind: "address",
    host: "127.0.0.1",
    transport: "udp",
    username: null,
    addresses: ["127.0.0.1"],
    numberFormat: "national",
    maxCalls: 60,
    active: true,
  });
  const routes = { "54": "Argentina", "9": "Emergencias 9xx", "1": "Servicios 1xx" };
  // Numbers abroad that begin so are refused by the policy.
  for (const [prefix, name] of Object.entries(routes))
    await createRoute(ctx, { tenantId, name, prefix, trunkIds: [trunk.id], active: true });
  const policy = {
    callerId: "+548005551111",
    allowedPrefixes: ["54"],
    blockedPrefixes: ["54600", "54609"],
    maxCalls: 15,
  };
  await setPolicy(ctx, { tenantId, policy });
}
