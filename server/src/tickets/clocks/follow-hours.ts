import Type from "typebox";
import { addJob, type Context, defineJob, type Platform, type TenantId } from "../../platform/index.ts";
import { hoursChanged, readDescendants } from "../../tenants/index.ts";
import { keepClocks } from "./keep-clocks.ts";
import { readClockedTickets } from "./store.ts";

const Page = Type.Object({
  /** null: a holiday of all. */
  tenantIds: Type.Union([Type.Array(Type.String()), Type.Null()]),
  /** The last ticket of the page before. */
  after: Type.String(),
});

const keepPage = defineJob("tickets.keep-clocks", Page);
const FIRST = "00000000-0000-0000-0000-000000000000";
const PAGE = 200;

/** A decree published today moves the dates of the clocks that run: page by page, so that no transaction is long. */
export function followHours(platform: Platform): void {
  platform.jobs.handle(keepPage, keepClocksOfPage);
  platform.events.subscribe("tickets.clocks", [hoursChanged], async (ctx, { tenantId }) => {
    const tenantIds = tenantId === null ? null : await withDescendants(ctx, tenantId);
    await addJob(ctx, keepPage, { tenantIds, after: FIRST });
  });
}

async function withDescendants(ctx: Context, tenantId: TenantId): Promise<TenantId[]> {
  return (await readDescendants(ctx, [tenantId])).map(({ id }) => id);
}

export async function keepClocksOfPage(
  ctx: Context,
  { tenantIds, after }: { tenantIds: readonly string[] | null; after: string },
): Promise<void> {
  const ids = await readClockedTickets(ctx, {
    tenantIds: tenantIds as TenantId[] | null,
    after,
    limit: PAGE,
  });
  for (const id of ids) await keepClocks(ctx, id);
  const last = ids.at(-1);
  if (ids.length === PAGE && last)
    await addJob(ctx, keepPage, { tenantIds: tenantIds === null ? null : [...tenantIds], after: last });
}
