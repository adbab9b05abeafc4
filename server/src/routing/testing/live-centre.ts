import type { NewQueue } from "@vera/contracts/routing-admin";
import { openInteraction } from "../../conversations/index.ts";
import type { Context, TenantId } from "../../platform/index.ts";
import { run, sql, type UserId } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createRouter, type Router } from "../live/router.ts";
import { createQueue } from "../queues/change-queue.ts";
import { createSkill, setAgentSkills } from "../skills/change-skills.ts";

/** A province with a queue that asks for one skill, and a router over a real database. */
export interface LiveCentre {
  readonly kit: TestPlatform;
  readonly router: Router;
  readonly queueId: string;
  readonly skillId: string;
  /** A person with the skill who may handle interactions, not yet at work. */
  agent(name: string): Promise<string>;
  /** The same, at the desk and ready. */
  readyAgent(name: string): Promise<string>;
  /** A call that waits in the queue. */
  call(): Promise<string>;
  interaction(): Promise<string>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function liveCentre(settings: Partial<NewQueue> = {}): Promise<LiveCentre> {
  const kit = await testPlatform();
  const { skillId, queueId } = await kit.system(async (ctx) => {
    const skill = await createSkill(ctx, { tenantId: kit.tenantId, name: "Agua" });
    const requirements = [{ skillId: skill.id, minimumLevel: 1 }];
    const queue = await createQueue(ctx, {
      tenantId: kit.tenantId,
      name: "Agua y cloacas",
      requirements,
      ...settings,
    });
    return { skillId: skill.id, queueId: queue.id };
  });
  const router = createRouter(kit.platform);
  await router.live.ready();
  const agent = async (name: string): Promise<string> => {
    const agentId = await kit.system((ctx) => addPerson(ctx, name));
    await kit.system((ctx) => setAgentSkills(ctx, agentId, { items: [{ skillId, level: 3 }] }));
    await router.introduce({ agentId, scope: [kit.tenantId] });
    await router.drained();
    return agentId;
  };
  const interaction = async (): Promise<string> =>
    (await kit.system((ctx) => openCall(ctx, kit.tenantId))).interactionId;
  return {
    kit,
    router,
    queueId,
    skillId,
    agent,
    readyAgent: async (name) => {
      const agentId = await agent(name);
      await router.agentPresent(agentId);
      await router.setAgentState({ agentId, state: "ready", reason: null });
      return agentId;
    },
    interaction,
    call: async () => {
      const interactionId = await interaction();
      await router.enqueue({ interactionId, queueId, channel: "voice" });
      return interactionId;
    },
    settle: () => router.drained(),
    close: async () => {
      await router.close();
      await kit.close();
    },
  };
}

function openCall(ctx: Context, tenantId: TenantId): ReturnType<typeof openInteraction> {
  return openInteraction(ctx, {
    tenantId,
    channel: "voice",
    direction: "inbound",
    fromAddress: "+543483555142",
    toAddress: "08005551111",
  });
}

async function addPerson(ctx: Context, name: string): Promise<UserId> {
  const id = ctx.ids.uuid<UserId>();
  await run(
    ctx,
    sql`insert into identity.account (id, username, name) values (${id}, ${`${name}-${id}`.toLowerCase()}, ${name})`,
  );
  return id;
}
