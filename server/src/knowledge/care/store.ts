import type { CareItem } from "@vera/contracts/knowledge-care";
import { type Context, many, sql } from "../../platform/index.ts";

export interface CareRow extends Omit<CareItem, "on"> {
  readonly on: string;
}

const MOST = 300;

/**
 * Every article in scope that somebody has to look at, once for each reason: its draft waits or was given back, its
 * text is over or will be within the days given, its owner's date to read it again is here.
 */
export async function readCare(ctx: Context, { soonDays }: { soonDays: number }): Promise<CareRow[]> {
  const now = ctx.clock.now();
  return await many<CareRow>(
    ctx,
    sql`
      with live as (
        select a.id as "articleId", a.tenant_id as "tenantId", v.title, v.owner, v.state, v.valid_to, v.review_on,
          v.offered_until, v.submitted_at, v.return_note, v.updated_at
        from knowledge.article_version v join knowledge.article a on a.id = v.article_id
        where v.state in ('draft', 'review', 'published') and a.retired_at is null
      ), reasons as (
        select live.*, 'in-review' as reason, submitted_at::date::text as "on" from live where state = 'review'
        union all select live.*, 'returned', updated_at::date::text from live
          where state = 'draft' and return_note is not null
        union all select live.*, 'expired', valid_to::text from live where state = 'published' and offered_until <= ${now}
        union all select live.*, 'expiring', valid_to::text from live
          where state = 'published' and offered_until > ${now}
            and offered_until <= ${now}::timestamptz + make_interval(days => ${soonDays})
        union all select live.*, 'review-due', review_on::text from live
          where state = 'published' and review_on <= ${now}::timestamptz::date
      )
      select "articleId", "tenantId", title, owner, reason, "on" from reasons
      order by array_position(array['expired', 'in-review', 'returned', 'expiring', 'review-due'], reason), "on", title
      limit ${MOST}`,
  );
}
