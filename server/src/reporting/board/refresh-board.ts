import type { PatchOp, TenantId } from "../../platform/index.ts";
import { attentionItems } from "./attention.ts";
import type { LiveQueueUse } from "./board-sources.ts";
import { type Change, fieldChanges } from "./changes.ts";
import type { Day } from "./day.ts";
import type { Roll } from "./roll.ts";
import { type ShownAgent, showAgent } from "./show-agent.ts";
import { type QueueTallies, showQueue, tallyQueue } from "./show-queue.ts";
import { showFigures, showSeries } from "./show-tenant.ts";
import { showTrunk } from "./show-trunk.ts";
import { type ShownAttention, type ShownBoard, tileFor } from "./shown-board.ts";

export interface BoardParts {
  readonly day: Day;
  readonly roll: Roll;
  readonly tallies: Map<string, QueueTallies>;
  readonly queueUse: ReadonlyMap<string, LiveQueueUse>;
  readonly trunkUse: ReadonlyMap<string, number>;
  readonly shown: ShownBoard;
  readonly nowMs: number;
}

/** Shows anew what became dirty, and tells the operations that bring every screen there. */
export function refreshBoard(parts: BoardParts): PatchOp[] {
  const { dirty } = parts.day;
  const ops = [
    ...[...dirty.queues].flatMap((id) => refreshQueue(parts, id)),
    ...[...dirty.agents].flatMap((id) => refreshAgent(parts, id)),
    ...[...dirty.trunks].flatMap((id) => refreshTrunk(parts, id)),
    ...[...dirty.tenants].flatMap((id) => refreshTenant(parts, id)),
    ...refreshAttention(parts),
  ];
  for (const set of [dirty.queues, dirty.agents, dirty.trunks, dirty.tenants]) set.clear();
  return ops;
}

function refreshQueue(parts: BoardParts, id: string): PatchOp[] {
  const { day, roll, shown, tallies, nowMs } = parts;
  const queue = roll.queues.get(id);
  const before = shown.queues.get(id);
  if (!queue) {
    shown.queues.delete(id);
    return before ? [{ path: ["queues", id], tenantId: before.tenantId as TenantId }] : [];
  }
  const tally = tallyQueue(day, { queue, nowMs });
  tallies.set(id, tally);
  day.dirty.tenants.add(queue.tenantId);
  const tenantName = roll.tenantNames.get(queue.tenantId) ?? "";
  const entry = showQueue(day, { queue, tenantName, tallies: tally, use: parts.queueUse.get(id) });
  shown.queues.set(id, { tenantId: queue.tenantId, entry });
  return ofTenant(entryChanges(["queues", id], before?.entry, entry), queue.tenantId);
}

function refreshTrunk({ day, roll, shown, trunkUse, nowMs }: BoardParts, id: string): PatchOp[] {
  const trunk = roll.trunks.get(id);
  const before = shown.trunks.get(id);
  if (!trunk) {
    shown.trunks.delete(id);
    return before ? [{ path: ["trunks", id], tenantId: before.tenantId as TenantId }] : [];
  }
  const entry = showTrunk(day, { trunk, busy: trunkUse.get(id) ?? 0, nowMs });
  shown.trunks.set(id, { tenantId: trunk.tenantId, entry });
  return ofTenant(entryChanges(["trunks", id], before?.entry, entry), trunk.tenantId);
}

function refreshTenant(parts: BoardParts, tenantId: string): PatchOp[] {
  const { shown } = parts;
  const figures = showFigures(parts, tenantId);
  const series = showSeries(parts, tenantId);
  const changes = [
    ...entryChanges(["figures", tenantId], shown.figures.get(tenantId), figures),
    ...entryChanges(["series", tenantId], shown.series.get(tenantId), series),
  ];
  shown.figures.set(tenantId, figures);
  shown.series.set(tenantId, series);
  return ofTenant(changes, tenantId);
}

function refreshAgent({ day, roll, shown }: BoardParts, id: string): PatchOp[] {
  const agent = roll.agents.get(id);
  const before = shown.agents.get(id);
  const gone = (tenantId: string): PatchOp => ({ path: ["agents", id], tenantId: tenantId as TenantId });
  if (!agent) {
    shown.agents.delete(id);
    return before?.tenantIds.map(gone) ?? [];
  }
  const after = showAgent(day, agent);
  shown.agents.set(id, after);
  const moved = before !== undefined && before.tenantIds.join() !== after.tenantIds.join();
  const left = moved ? before.tenantIds.filter((tenantId) => !after.tenantIds.includes(tenantId)) : [];
  return [...left.map(gone), ...agentOps(id, { before: moved ? undefined : before, after })];
}

/**
 * One set of operations for each organism that employs the agent, each without the contact of another one. The
 * owner of the contact comes last: a reader of several gets all of them, and the fullest stands.
 */
function agentOps(
  id: string,
  { before, after }: { before: ShownAgent | undefined; after: ShownAgent },
): PatchOp[] {
  const owner = after.contactTenantId;
  const others = after.tenantIds.filter((tenantId) => tenantId !== owner);
  const inOrder = owner !== null && after.tenantIds.includes(owner) ? [...others, owner] : others;
  return inOrder.flatMap((tenantId) => {
    const sees = (other: string): boolean => other === tenantId;
    const old = before && tileFor(before, sees);
    return ofTenant(entryChanges(["agents", id], old, tileFor(after, sees)), tenantId);
  });
}

function refreshAttention({ shown, nowMs }: BoardParts): PatchOp[] {
  const plain = <Entry>(map: ReadonlyMap<string, { readonly entry: Entry }>): Record<string, Entry> =>
    Object.fromEntries([...map].map(([id, { entry }]) => [id, entry]));
  const agents = Object.fromEntries([...shown.agents].map(([id, { tile }]) => [id, tile]));
  const items = attentionItems({ queues: plain(shown.queues), agents, trunks: plain(shown.trunks) }, nowMs);
  const ops: PatchOp[] = [];
  for (const [id, { tenantIds }] of shown.attention) {
    if (id in items) continue;
    shown.attention.delete(id);
    ops.push(...tenantIds.map((tenantId) => ({ path: ["attention", id], tenantId: tenantId as TenantId })));
  }
  for (const [id, item] of Object.entries(items)) {
    const before = shown.attention.get(id);
    const after: ShownAttention = { item, tenantIds: attentionTenants(shown, item.subjectId) };
    shown.attention.set(id, after);
    const changes = entryChanges(["attention", id], before?.item, item);
    ops.push(...after.tenantIds.flatMap((tenantId) => ofTenant(changes, tenantId)));
  }
  return ops;
}

function attentionTenants(shown: ShownBoard, subjectId: string): readonly string[] {
  const agent = shown.agents.get(subjectId);
  if (agent) return agent.contactTenantId === null ? agent.tenantIds : [agent.contactTenantId];
  const owner = shown.queues.get(subjectId) ?? shown.trunks.get(subjectId);
  return owner ? [owner.tenantId] : [];
}

function entryChanges(path: readonly string[], before: object | undefined, after: object): Change[] {
  return before === undefined ? [{ path, value: after }] : fieldChanges(path, before, after);
}

function ofTenant(changes: readonly Change[], tenantId: string): PatchOp[] {
  return changes.map((change) => ({ ...change, tenantId: tenantId as TenantId }));
}
