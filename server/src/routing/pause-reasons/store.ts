import type { PauseReason } from "@vera/contracts/routing-admin";
import { type Context, many, one, run, sql } from "../../platform/index.ts";

const columns = sql`
  id, tenant_id as "tenantId", code, label, productive, limit_seconds as "limitSeconds", false as system`;

export async function readOwnReasons(ctx: Context): Promise<PauseReason[]> {
  return await many(ctx, sql`select ${columns} from routing.pause_reason order by label, id`);
}

export async function readReason(ctx: Context, reasonId: string): Promise<PauseReason> {
  return await one(
    ctx,
    sql`select ${columns} from routing.pause_reason where id = ${reasonId}`,
    `There is no pause reason ${reasonId}`,
  );
}

/** By code within the organism: writing a code again changes its reason. */
export async function saveReason(ctx: Context, reason: PauseReason): Promise<void> {
  await run(
    ctx,
    sql`
      insert into routing.pause_reason (id, tenant_id, code, label, productive, limit_seconds)
      values (${reason.id}, ${reason.tenantId}, ${reason.code}, ${reason.label}, ${reason.productive}, ${reason.limitSeconds})
      on conflict (id) do update set label = excluded.label, productive = excluded.productive,
        limit_seconds = excluded.limit_seconds`,
  );
}

export async function deleteReason(ctx: Context, reasonId: string): Promise<void> {
  await run(ctx, sql`delete from routing.pause_reason where id = ${reasonId}`);
}
