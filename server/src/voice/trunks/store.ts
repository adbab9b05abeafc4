import type { TrunkKind } from "@vera/contracts/trunks";
import {
  type Context,
  type FileId,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";

export interface TrunkRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly kind: TrunkKind;
  readonly host: string | null;
  readonly port: number;
  readonly transport: "udp" | "tcp";
  readonly username: string | null;
  readonly passwordFileId: FileId | null;
  readonly addresses: string[];
  readonly numberFormat: "plus" | "digits" | "national";
  readonly maxCalls: number | null;
  readonly active: boolean;
  readonly changedAt: Date;
  readonly removedAt: Date | null;
}

const columns = sql`
  t.id, t.tenant_id as "tenantId", t.name, t.kind, t.host, t.port, t.transport, t.username,
  t.password_file_id as "passwordFileId", t.addresses, t.number_format as "numberFormat", t.max_calls as "maxCalls",
  t.active, t.changed_at as "changedAt", t.removed_at as "removedAt"`;

export async function readTrunk(ctx: Context, id: string): Promise<TrunkRow> {
  const select = sql<TrunkRow>`select ${columns} from voice.trunk t where t.id = ${id} and t.removed_at is null`;
  return await one(ctx, select, `No trunk ${id} here`);
}

/** Removed ones too: what Asterisk should forget. */
export async function findTrunk(ctx: Context, id: string): Promise<TrunkRow | undefined> {
  return await maybe(ctx, sql<TrunkRow>`select ${columns} from voice.trunk t where t.id = ${id}`);
}

/** By the end of its id, which is its name in Asterisk. */
export async function findTrunkByCode(ctx: Context, code: string): Promise<TrunkRow | undefined> {
  return await maybe(
    ctx,
    sql<TrunkRow>`select ${columns} from voice.trunk t where right(t.id::text, 12) = ${code}`,
  );
}

export async function readTrunks(ctx: Context): Promise<TrunkRow[]> {
  const select = sql<TrunkRow>`select ${columns} from voice.trunk t where t.removed_at is null order by t.name, t.id`;
  return await many(ctx, select);
}

/** All the same columns, new or changed. */
export async function saveTrunk(ctx: Context, trunk: TrunkRow): Promise<void> {
  await run(
    ctx,
    sql`
      insert into voice.trunk (id, tenant_id, name, kind, host, port, transport, username, password_file_id,
        addresses, number_format, max_calls, active, changed_at, removed_at)
      values (${trunk.id}, ${trunk.tenantId}, ${trunk.name}, ${trunk.kind}, ${trunk.host}, ${trunk.port},
        ${trunk.transport}, ${trunk.username}, ${trunk.passwordFileId}, ${texts(trunk.addresses)},
        ${trunk.numberFormat}, ${trunk.maxCalls}, ${trunk.active}, ${trunk.changedAt}, ${trunk.removedAt})
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, host = excluded.host,
        port = excluded.port, transport = excluded.transport, username = excluded.username,
        password_file_id = excluded.password_file_id, addresses = excluded.addresses,
        number_format = excluded.number_format, max_calls = excluded.max_calls, active = excluded.active,
        changed_at = excluded.changed_at, removed_at = excluded.removed_at`,
  );
}

/** Names of the routes that send calls over this trunk. */
export async function routesOverTrunk(ctx: Context, trunkId: string): Promise<string[]> {
  const rows = await many<{ name: string }>(
    ctx,
    sql`
      select r.name from voice.route r join voice.route_trunk rt on rt.route_id = r.id
      where rt.trunk_id = ${trunkId} order by r.name`,
  );
  return rows.map((row) => row.name);
}

/** A name or an account that is taken, said in words instead of a broken constraint. */
export async function trunkNameTaken(
  ctx: Context,
  trunk: Pick<TrunkRow, "id" | "tenantId" | "name">,
): Promise<boolean> {
  const select = sql`
    select 1 from voice.trunk t where t.tenant_id = ${trunk.tenantId} and t.id <> ${trunk.id} and t.removed_at is null
      and platform.plain(t.name) = platform.plain(${trunk.name})`;
  return (await maybe(ctx, select)) !== undefined;
}

function texts(values: readonly string[]): Sql<string[]> {
  return sql<string[]>`${[...values]}::text[]`;
}
