import type { Context } from "../../platform/index.ts";
import { findCompetence } from "../competence/answer-competence.ts";
import { type OfficeCardRow, readOfficeCards } from "../competence/store.ts";
import type { TicketRow } from "../store.ts";

/** Where no rules were published. */
const DEFAULT_BOUNCES = 2;

/** How often a ticket may be returned, and who decides then; undefined where nobody has published rules. */
export async function bounceLimit(
  ctx: Context,
  ticket: Pick<TicketRow, "originTenantId" | "topicId">,
): Promise<{ maxBounces: number; coordinator: OfficeCardRow | undefined }> {
  const found = await findCompetence(ctx, { tenantId: ticket.originTenantId, topicId: ticket.topicId });
  if (!found) return { maxBounces: DEFAULT_BOUNCES, coordinator: undefined };
  const { maxBounces, fallbackOfficeId } = found;
  return { maxBounces, coordinator: (await readOfficeCards(ctx, [fallbackOfficeId])).get(fallbackOfficeId) };
}
