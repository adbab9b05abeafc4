import { type Context, many, one, run, sql, type TenantId } from "../../platform/index.ts";

type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Must be given by whoever inserts. */
  readonly needed: boolean;
}

interface ForeignKey {
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Texts of its check constraints. */
  readonly checks: readonly string[];
}

/** Values that a check constraint asks for and that cannot be guessed from the types. */
export type Overrides = Readonly<Record<string, Row>>;

/** Every table of the product. */
export async function readTables(ctx: Context): Promise<Map<string, Table>> {
  const [columns, foreignKeys, checks] = [
    await many<Column>(ctx, COLUMNS),
    await many<ForeignKey>(ctx, FOREIGN_KEYS),
    await many<{ table: string; text: string }>(ctx, CHECKS),
  ];
  const names = [...new Set(columns.map(({ table }) => table))];
  return new Map(
    names.map((name) => [
      name,
      {
        name,
        columns: columns.filter(({ table }) => table === name),
        foreignKeys: foreignKeys.filter(({ table }) => table === name),
        checks: checks.filter(({ table }) => table === name).map(({ text }) => text),
      },
    ]),
  );
}

/** Sees to it that a tenant has a row in any table, with the rows that it refers to. */
export class TableFiller {
  readonly #ctx: Context;
  readonly #tenantId: TenantId;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #overrides: Overrides;
  readonly #rows = new Map<string, Promise<Row>>();

  constructor(
    ctx: Context,
    given: { tenantId: TenantId; tables: ReadonlyMap<string, Table>; overrides: Overrides },
  ) {
    this.#ctx = ctx;
    this.#tenantId = given.tenantId;
    this.#tables = given.tables;
    this.#overrides = given.overrides;
  }

  /** A row of that tenant: the one that is there, or a new one. */
  row(name: string): Promise<Row> {
    const known = this.#rows.get(name) ?? this.#find(name);
    this.#rows.set(name, known);
    return known;
  }

  async #find(name: string): Promise<Row> {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`There is no table ${name}`);
    const ofTenant = table.columns.some((column) => column.name === "tenant_id");
    const where = name === "tenants.tenant" ? sql`id = ${this.#tenantId}` : this.#ofTenant(ofTenant);
    const [there] = await many<Row>(this.#ctx, sql`select * from ${sql.raw(name)} where ${where} limit 1`);
    return there ?? (await this.#insert(table));
  }

  #ofTenant(has: boolean) {
    return has ? sql`tenant_id = ${this.#tenantId}` : sql`true`;
  }

  async #insert(table: Table): Promise<Row> {
    const values = new Map<string, unknown>();
    for (const column of table.columns.filter(({ needed }) => needed)) {
      values.set(column.name, guess(column, table.checks));
    }
    if (values.has("tenant_id")) values.set("tenant_id", this.#tenantId);
    for (const key of table.foreignKeys) {
      if (!key.columns.some((name) => name !== "tenant_id" && values.has(name))) continue;
      const target = await this.row(key.target);
      for (const [n, name] of key.columns.entries()) values.set(name, target[key.targetColumns[n] ?? ""]);
    }
    for (const [name, value] of Object.entries(this.#overrides[table.name] ?? {})) values.set(name, value);
    const names = [...values.keys()];
    return await one<Row>(
      this.#ctx,
      sql`insert into ${sql.raw(table.name)} (${sql.raw(names.map((name) => `"${name}"`).join(", "))})
          values (${sql.join([...values.values()])}) returning *`,
      `no row of ${table.name}`,
    );
  }

  /** What could not be filled, by table, with why. */
  async fill(names: Iterable<string>): Promise<Map<string, string>> {
    const problems = new Map<string, string>();
    for (const name of names) {
      await run(this.#ctx, sql`savepoint filling`);
      try {
        await this.row(name);
      } catch (error) {
        problems.set(name, error instanceof Error ? error.message : String(error));
        await run(this.#ctx, sql`rollback to savepoint filling`);
        this.#rows.clear();
      }
    }
    return problems;
  }
}

const BY_TYPE: Readonly<Record<string, unknown>> = {
  boolean: false,
  date: "2026-03-10",
  time: "08:00",
  jsonb: "{}",
  bytea: Buffer.alloc(16),
  inet: "127.0.0.1",
};

function guess({ name, type }: Column, checks: readonly string[]): unknown {
  if (type === "uuid") return sql`gen_random_uuid()`;
  if (type.startsWith("timestamp")) return sql`now()`;
  if (type.endsWith("[]")) return sql`'{}'`;
  if (/int|numeric|double|real/.test(type)) return 1;
  if (type in BY_TYPE) return BY_TYPE[type];
  return choiceOf(name, checks) ?? `${name}-1`;
}

/** The first word of `check (state in ('a', 'b'))`. */
function choiceOf(column: string, checks: readonly string[]): string | undefined {
  const list = checks.find((text) => new RegExp(`\\(\\(?${column} = ANY`).test(text));
  return list && /'([^']*)'/.exec(list)?.[1];
}

const OURS = sql`c.relkind in ('r', 'p') and not c.relispartition
  and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')`;

const COLUMNS = sql<Column>`
  select c.oid::regclass::text as "table", a.attname::text as name, format_type(a.atttypid, null) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' as needed
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where ${OURS} order by 1, a.attnum`;

const FOREIGN_KEYS = sql<ForeignKey>`
  select k.conrelid::regclass::text as "table", k.confrelid::regclass::text as target,
    array(select a.attname::text from unnest(k.conkey) with ordinality n (num, ord)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by n.ord) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality n (num, ord)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num order by n.ord) as "targetColumns"
  from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and ${OURS}`;

const CHECKS = sql<{ table: string; text: string }>`
  select k.conrelid::regclass::text as "table", pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'c' and ${OURS}`;
