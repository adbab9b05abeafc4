import type { Permission } from "@vera/contracts/permissions";
import { createCitizen } from "../../citizens/index.ts";
import type { CitizenId, Context, InteractionId, QueueId, TenantId, UserId } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTopic } from "../../tenants/index.ts";
import { endInteraction } from "../interactions/end-interaction.ts";
import { endSegment } from "../interactions/end-segment.ts";
import { openInteraction } from "../interactions/open-interaction.ts";
import { startSegment } from "../interactions/start-segment.ts";
import { routes } from "../routes.ts";
import { NO_SURROUNDINGS } from "../surroundings.ts";

export const PERMISSIONS: Permission[] = [
  "interaction.read",
  "interaction.handle",
  "disposition.write",
  "report.export",
  "topic.read",
  "topic.manage",
];

export interface FinishedCall {
  readonly from?: string;
  readonly waitSeconds?: number;
  /** null: the caller hangs up without an answer. */
  readonly agent?: UserId | null;
  readonly tenantId?: TenantId;
  readonly citizenId?: CitizenId;
}

type Requests = ReturnType<TestClient["as"]>;

export interface ConversationKit {
  readonly kit: TestPlatform;
  readonly queueId: QueueId;
  readonly agentId: UserId;
  readonly topicId: string;
  /** A call that waited (7 s unless said), talked a minute when there is an agent, and ended. */
  call(options?: FinishedCall): Promise<InteractionId>;
  /** Requests as the agent, or as somebody else. */
  as(who?: { permissions?: Permission[]; tenants?: TenantId[]; userId?: string }): Requests;
  citizen(givenName: string, familyName: string): Promise<CitizenId>;
}

/** A province with a queue, an agent, a topic and the module's routes. */
export async function conversationKit(): Promise<ConversationKit> {
  const kit = await testPlatform();
  const queueId = kit.platform.ids.uuid<QueueId>();
  const agentId = kit.platform.ids.uuid<UserId>();
  const queueNames = async (_ctx: Context, ids: readonly string[]) =>
    new Map(ids.map((id) => [id, "Agua y cloacas"]));
  const client = await kit.http((http) => routes(http, { ...NO_SURROUNDINGS, queueNames }));
  return {
    kit,
    queueId,
    agentId,
    topicId: await kit.system((ctx) => addTopics(ctx, kit.tenantId)),
    call: (options = {}) => placeCall({ kit, queueId, agentId }, options),
    as: ({ permissions = PERMISSIONS, tenants = [kit.tenantId], userId = agentId } = {}) =>
      client.as(kit.principal({ permissions, tenants, userId, name: "Inés Aromo" })),
    citizen: async (givenName, familyName) =>
      (await kit.system((ctx) => createCitizen(ctx, { givenName, familyName }))).id as CitizenId,
  };
}

async function addTopics(ctx: Context, tenantId: TenantId): Promise<string> {
  const root = await createTopic(ctx, { tenantId, parentId: null, kind: "jurisdiction", name: "Provincia" });
  return (await createTopic(ctx, { tenantId, parentId: root.id, kind: "theme", name: "Corte de agua" })).id;
}

async function placeCall(
  { kit, queueId, agentId }: Pick<ConversationKit, "kit" | "queueId" | "agentId">,
  { from = "3483506600", waitSeconds = 7, agent = agentId, tenantId = kit.tenantId, citizenId }: FinishedCall,
): Promise<InteractionId> {
  const { interactionId } = await kit.system(async (ctx) => {
    const opened = await openInteraction(ctx, {
      tenantId,
      channel: "voice",
      direction: "inbound",
      fromAddress: from,
      toAddress: "08005551111",
      citizenId,
    });
    await startSegment(ctx, { interactionId: opened.interactionId, kind: "queue", queueId });
    return opened;
  });
  kit.clock.advance(waitSeconds);
  if (agent) {
    await kit.system((ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId: agent }));
    kit.clock.advance(60);
  }
  await kit.system((ctx) => endInteraction(ctx, { interactionId, reason: "citizen-left" }));
  if (agent) {
    await kit.system(async (ctx) => {
      await startSegment(ctx, { interactionId, kind: "wrap-up", agentId: agent });
      await endSegment(ctx, { interactionId, kind: "wrap-up", agentId: agent });
    });
  }
  kit.clock.advance(1);
  return interactionId;
}
