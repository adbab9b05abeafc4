import type { Clock } from "./clock.ts";
import type { Database, Db } from "./db/sql.ts";
import { sql } from "./db/sql.ts";
import { DomainError } from "./errors.ts";
import type { AnnouncedEvent } from "./events/define-event.ts";
import type { Events } from "./events/events.ts";
import type { Files } from "./files/files.ts";
import type { Ids, TenantId, UserId } from "./ids.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Logger } from "./log.ts";
import type { Realtime } from "./realtime/realtime.ts";

export type Actor =
  | {
      readonly kind: "user";
      readonly userId: UserId;
      readonly name: string;
      readonly sessionId: string | null;
    }
  | { readonly kind: "api-key"; readonly apiKeyId: string; readonly name: string }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "anonymous" };

/** The tenants whose rows a transaction reads and writes; row-level security holds it to them. */
export type TenantScope = "system" | readonly TenantId[];

/** What every use case gets first: who acts, in which tenants, in which transaction, at what time. */
export interface Context {
  readonly actor: Actor;
  readonly scope: TenantScope;
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly platform: Platform;
  /** Events written so far; announced after the commit. */
  readonly written: AnnouncedEvent[];
  /** Runs after the commit, never after a rollback. Must not throw. */
  afterCommit(work: () => void): void;
}

/** What lives as long as the process; one per process, handed down, never global. */
export interface Platform {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly realtime: Realtime;
  close(): Promise<void>;
}

export interface Who {
  readonly actor: Actor;
  readonly scope: TenantScope;
}

/** Goes into the text of a statement, hence exactly this. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One transaction: all of `work` or nothing. Events and afterCommit run once it is durable. */
export async function inTransaction<T>(
  platform: Platform,
  { actor, scope }: Who,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const after: (() => void)[] = [];
  const written: AnnouncedEvent[] = [];
  const result = await platform.db.transaction().execute(async (db) => {
    await sql.raw(beginFor(scope)).execute(db);
    return await work({
      actor,
      scope,
      db,
      clock: platform.clock,
      ids: platform.ids,
      log: platform.log.child({ actor: actorLabel(actor) }),
      platform,
      written,
      afterCommit: (run) => void after.push(run),
    });
  });
  for (const run of after) run();
  platform.events.announce(written);
  return result;
}

/** One message instead of three: every transaction pays for its round trips. */
function beginFor(scope: TenantScope): string {
  if (scope === "system") return "begin; set local app.tenants = ''; set local role vera_system";
  for (const id of scope) if (!UUID.test(id)) throw new TypeError(`${id} is no tenant`);
  return `begin; set local app.tenants = '{${scope.join(",")}}'; set local role vera_app`;
}

/** The same for Vera's own processes (routing, voice, workers): all tenants. */
export async function asSystem<T>(
  platform: Platform,
  name: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return await inTransaction(platform, { actor: { kind: "system", name }, scope: "system" }, work);
}

/** DomainError "not-found" where the tenant is outside the scope: what cannot be seen does not exist. */
export function inScope(ctx: Pick<Context, "scope">, tenantId: TenantId): void {
  if (ctx.scope !== "system" && !ctx.scope.includes(tenantId)) {
    throw new DomainError("not-found", `No tenant ${tenantId} here`, { key: "tenantNotFound" });
  }
}

/** Without names: the label goes into logs. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}`;
    case "api-key":
      return `api-key:${actor.apiKeyId}`;
    case "system":
      return `system:${actor.name}`;
    case "anonymous":
      return "anonymous";
  }
}
