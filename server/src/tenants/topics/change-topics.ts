import { type NewTopic, TOPIC_KINDS, type TopicChange } from "@vera/contracts/tenants";
import {
  audit,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";
import { readTenant } from "../organisms/store.ts";
import { topicChanged } from "./events.ts";
import {
  deactivate,
  insertTopic,
  readBranch,
  readTopic,
  readTwin,
  type TopicRow,
  updateTopic,
} from "./store.ts";

export async function createTopic(ctx: Context, fields: NewTopic): Promise<TopicRow> {
  const tenantId = fields.tenantId as TenantId;
  inScope(ctx, tenantId);
  const topic = {
    id: ctx.ids.uuid<TopicId>(),
    tenantId,
    parentId: fields.parentId as TopicId | null,
    kind: fields.kind,
    name: fields.name.trim(),
    code: fields.code ?? null,
    active: true,
    position: fields.position ?? 0,
    aliases: tidy(fields.aliases ?? []),
  };
  await requireFits(ctx, topic);
  await insertTopic(ctx, topic);
  await told(ctx, topic, "topic.created");
  return await readTopic(ctx, topic.id);
}

/** Topics are never deleted: tickets and calls point at them. Deactivating takes the branch below along. */
export async function changeTopic(
  ctx: Context,
  { topicId, change }: { topicId: TopicId; change: TopicChange },
): Promise<TopicRow> {
  const before = await readTopic(ctx, topicId);
  inScope(ctx, before.tenantId);
  const topic = {
    ...before,
    name: change.name?.trim() ?? before.name,
    code: change.code === undefined ? before.code : change.code,
    position: change.position ?? before.position,
    aliases: change.aliases ? tidy(change.aliases) : before.aliases,
    parentId: change.parentId === undefined ? before.parentId : (change.parentId as TopicId | null),
    active: change.active ?? before.active,
  };
  const branch = await readBranch(ctx, topicId);
  if (topic.parentId && branch.includes(topic.parentId)) {
    throw new DomainError("conflict", "A topic cannot hang below itself", { key: "topicCycle" });
  }
  if (topic.active) await requireFits(ctx, topic);
  await updateTopic(ctx, topic);
  if (before.active && !topic.active) await deactivate(ctx, branch);
  await told(ctx, topic, topic.active ? "topic.changed" : "topic.deactivated");
  return await readTopic(ctx, topicId);
}

/** Without blanks around and without the same one twice. */
function tidy(aliases: readonly string[]): string[] {
  return [...new Set(aliases.map((alias) => alias.trim()).filter(Boolean))];
}

/** The parent is of a higher kind and of the same organism or of one above it; no twin beside it. */
async function requireFits(ctx: Context, topic: Omit<TopicRow, "path">): Promise<void> {
  if (topic.parentId) {
    const parent = await readTopic(ctx, topic.parentId);
    const { path } = await readTenant(ctx, topic.tenantId);
    if (!path.includes(parent.tenantId)) {
      throw new DomainError("invalid", "The topic above must be of the same organism or of one above it", {
        key: "topicParentTenant",
      });
    }
    if (!parent.active)
      throw new DomainError("conflict", `${parent.name} is inactive`, { key: "topicParentInactive" });
    if (TOPIC_KINDS.indexOf(parent.kind) >= TOPIC_KINDS.indexOf(topic.kind)) {
      throw new DomainError("invalid", `A ${topic.kind} does not hang below a ${parent.kind}`, {
        key: "topicKinds",
      });
    }
  }
  const twin = await readTwin(ctx, topic);
  if (!twin) return;
  throw twin.sameCode
    ? new DomainError("conflict", `The code ${topic.code} is taken`, { key: "topicCodeTaken" })
    : new DomainError("conflict", `"${topic.name}" is there already`, { key: "topicExists" });
}

async function told(ctx: Context, topic: Omit<TopicRow, "path">, action: string): Promise<void> {
  const { id, tenantId, name, active } = topic;
  await audit(ctx, { action, tenantId, subject: { kind: "topic", id }, detail: { name } });
  await emit(ctx, topicChanged, { tenantId, key: id, data: { active } });
}
