import type { NewOutcomeCode, OutcomeCode, OutcomeCodeChange } from "@vera/contracts/conversations";
import { audit, type Context, DomainError, inScope, type TenantId } from "../../platform/index.ts";
import { DEFAULT_OUTCOMES } from "./default-outcomes.ts";
import { insertOutcomeCode, outcomeCodesOf, updateOutcomeCode } from "./store.ts";

/** The organism's codes in their order; one that never had any starts with the default set. */
export async function listOutcomeCodes(ctx: Context, tenantId: TenantId): Promise<OutcomeCode[]> {
  inScope(ctx, tenantId);
  const codes = await outcomeCodesOf(ctx, tenantId);
  if (codes.length > 0) return codes;
  for (const [position, outcome] of DEFAULT_OUTCOMES.entries()) {
    await insertOutcomeCode(ctx, { id: ctx.ids.uuid(), tenantId, active: true, position, ...outcome });
  }
  return await outcomeCodesOf(ctx, tenantId);
}

export async function createOutcomeCode(ctx: Context, input: NewOutcomeCode): Promise<OutcomeCode> {
  const tenantId = input.tenantId as TenantId;
  const codes = await listOutcomeCodes(ctx, tenantId);
  const row: OutcomeCode = {
    id: ctx.ids.uuid(),
    tenantId,
    code: input.code,
    name: input.name.trim(),
    kind: input.kind,
    requiresSummary: input.requiresSummary ?? false,
    active: true,
    position: input.position ?? codes.length,
  };
  if (!(await insertOutcomeCode(ctx, row))) {
    throw new DomainError(
      "conflict",
      `The code ${input.code} exists already; choose another or switch it on again`,
      {
        key: "outcomeCodeExists",
        params: { code: input.code },
      },
    );
  }
  await audit(ctx, {
    action: "outcome-code.created",
    tenantId,
    subject: { kind: "outcome-code", id: row.id },
  });
  return row;
}

export async function changeOutcomeCode(
  ctx: Context,
  { id, change }: { id: string; change: OutcomeCodeChange },
): Promise<OutcomeCode> {
  const code = await updateOutcomeCode(ctx, { id, change });
  await audit(ctx, {
    action: "outcome-code.changed",
    tenantId: code.tenantId as TenantId,
    subject: { kind: "outcome-code", id },
    detail: change,
  });
  return code;
}
