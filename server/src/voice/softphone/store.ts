import { type Context, many, run, sql, type UserId } from "../../platform/index.ts";

export interface SoftphoneRow {
  readonly name: string;
  readonly userId: UserId;
  readonly sessionId: string | null;
}

export async function insertSoftphone(ctx: Context, phone: SoftphoneRow): Promise<void> {
  await run(
    ctx,
    sql`
      insert into voice.softphone (name, user_id, session_id, created_at)
      values (${phone.name}, ${phone.userId}, ${phone.sessionId}, ${ctx.clock.now()})`,
  );
}

export async function deleteSoftphone(ctx: Context, name: string): Promise<void> {
  await run(ctx, sql`delete from voice.softphone where name = ${name}`);
}

/** Oldest first, so that the newest of a user is the one that stays. */
export async function allSoftphones(ctx: Context): Promise<SoftphoneRow[]> {
  return await many(
    ctx,
    sql`select name, user_id as "userId", session_id as "sessionId" from voice.softphone order by created_at`,
  );
}
