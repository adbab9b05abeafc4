import type { NewPauseReason, PauseReason, PauseReasonChange } from "@vera/contracts/routing-admin";
import { audit, type Context, DomainError, emit, inScope, type TenantId } from "../../platform/index.ts";
import { pauseReasonsChanged } from "../events.ts";
import { BUILT_IN_REASONS } from "./built-in.ts";
import { deleteReason, readOwnReasons, readReason, saveReason } from "./store.ts";

/** The built-in ones and those of my organisms. */
export async function readReasons(ctx: Context): Promise<PauseReason[]> {
  const builtIn = BUILT_IN_REASONS.map((reason) => ({ ...reason, tenantId: null }));
  return [...builtIn, ...(await readOwnReasons(ctx))];
}

export async function createReason(ctx: Context, input: NewPauseReason): Promise<PauseReason> {
  inScope(ctx, input.tenantId as TenantId);
  const taken = (await readReasons(ctx)).some(
    ({ code, tenantId }) => code === input.code && (tenantId === null || tenantId === input.tenantId),
  );
  if (taken) {
    throw new DomainError("conflict", `There is already a pause reason "${input.code}"`, {
      key: "pauseReasonTaken",
      params: { code: input.code },
    });
  }
  const reason: PauseReason = {
    id: ctx.ids.uuid(),
    tenantId: input.tenantId,
    code: input.code,
    label: input.label,
    productive: input.productive ?? false,
    limitSeconds: input.limitSeconds ?? null,
    system: false,
  };
  await save(ctx, reason, "pause-reason.created");
  return reason;
}

export async function changeReason(
  ctx: Context,
  reasonId: string,
  change: PauseReasonChange,
): Promise<PauseReason> {
  const reason = { ...(await readReason(ctx, reasonId)), ...change };
  await save(ctx, reason, "pause-reason.changed");
  return reason;
}

export async function removeReason(ctx: Context, reasonId: string): Promise<void> {
  const reason = await readReason(ctx, reasonId);
  await deleteReason(ctx, reasonId);
  await note(ctx, reason, "pause-reason.removed");
}

async function save(ctx: Context, reason: PauseReason, action: string): Promise<void> {
  await saveReason(ctx, reason);
  await note(ctx, reason, action);
}

async function note(ctx: Context, reason: PauseReason, action: string): Promise<void> {
  const tenantId = reason.tenantId as TenantId;
  await emit(ctx, pauseReasonsChanged, { tenantId, key: reason.id, data: { code: reason.code } });
  await audit(ctx, {
    action,
    tenantId,
    subject: { kind: "pause-reason", id: reason.id },
    detail: { ...reason },
  });
}
