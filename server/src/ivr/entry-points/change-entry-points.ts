import type { EntryPointChange, NewEntryPoint } from "@vera/contracts/ivr";
import {
  audit,
  type Context,
  DomainError,
  emit,
  type FlowId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { readFlow } from "../flows/store.ts";
import { mustBeNumber } from "./canonical-number.ts";
import { entryPointChanged } from "./events.ts";
import {
  deleteEntryPoint,
  type EntryPointRow,
  insertEntryPoint,
  readEntryPoint,
  updateEntryPoint,
} from "./store.ts";

export async function addEntryPoint(ctx: Context, input: NewEntryPoint): Promise<EntryPointRow> {
  const tenantId = input.tenantId as TenantId;
  inScope(ctx, tenantId);
  const number = mustBeNumber(input.number);
  const flowId = await flowOf(ctx, { tenantId, flowId: input.flowId });
  const entry = { id: ctx.ids.uuid(), tenantId, number, name: input.name, flowId, active: true };
  if (!(await insertEntryPoint(ctx, entry))) {
    throw new DomainError(
      "conflict",
      `The number ${number} leads to another flow already; remove it there first`,
      {
        key: "numberTaken",
        params: { number },
      },
    );
  }
  await tell(ctx, entry, "entry-point.added");
  return entry;
}

export async function changeEntryPoint(
  ctx: Context,
  { id, change }: { id: string; change: EntryPointChange },
): Promise<EntryPointRow> {
  const before = await readEntryPoint(ctx, id);
  const flowId = change.flowId
    ? await flowOf(ctx, { tenantId: before.tenantId, flowId: change.flowId })
    : before.flowId;
  const after = {
    ...before,
    flowId,
    name: change.name ?? before.name,
    active: change.active ?? before.active,
  };
  await updateEntryPoint(ctx, after);
  await tell(ctx, after, "entry-point.changed");
  return after;
}

export async function removeEntryPoint(ctx: Context, id: string): Promise<void> {
  const entry = await readEntryPoint(ctx, id);
  await deleteEntryPoint(ctx, id);
  await tell(ctx, entry, "entry-point.removed");
}

async function flowOf(
  ctx: Context,
  { tenantId, flowId }: { tenantId: TenantId; flowId: string },
): Promise<FlowId> {
  const flow = await readFlow(ctx, flowId as FlowId);
  if (flow.tenantId === tenantId) return flow.id;
  throw new DomainError("invalid", "The flow belongs to another organism; choose one of this organism", {
    key: "flowOfAnotherTenant",
  });
}

async function tell(ctx: Context, entry: EntryPointRow, action: string): Promise<void> {
  const { id, tenantId, number, flowId, active } = entry;
  await audit(ctx, {
    action,
    tenantId,
    subject: { kind: "entry-point", id },
    detail: { number, flowId, active },
  });
  await emit(ctx, entryPointChanged, { tenantId, key: id, data: { entryPointId: id } });
}
