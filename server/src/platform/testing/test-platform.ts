import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Permission } from "@vera/contracts/permissions";
import {
  type Actor,
  asSystem,
  type Context,
  inTransaction,
  type Platform,
  type TenantScope,
} from "../context.ts";
import { run, sql } from "../db/sql.ts";
import type { Http } from "../http/http.ts";
import type { Principal } from "../http/principal.ts";
import type { TenantId, UserId } from "../ids.ts";
import { createLogger } from "../log.ts";
import { createPlatform } from "../platform.ts";
import { TestClient } from "./test-client.ts";
import { TestClock } from "./test-clock.ts";
import { testDatabase } from "./test-database.ts";

export interface TestPlatform {
  readonly platform: Platform;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  /** A province. */
  readonly tenantId: TenantId;
  /** A municipality that must never see the province's rows. */
  readonly otherTenantId: TenantId;
  system<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  as<T>(who: { actor?: Actor; tenants: TenantScope }, work: (ctx: Context) => Promise<T>): Promise<T>;
  /** A signed-in person for `TestClient.as`; default: every permission named, in the province. */
  principal(options: {
    permissions: readonly Permission[];
    tenants?: TenantScope;
    userId?: string;
    name?: string;
  }): Principal;
  http(register: (http: Http, platform: Platform) => void | Promise<void>): Promise<TestClient>;
  close(): Promise<void>;
}

/** A platform on a database of its own; the clock stands at Tuesday 2026-03-10 10:00 in Santa Fe unless `realClock`. */
export async function testPlatform(
  options: { realClock?: boolean; logLevel?: string } = {},
): Promise<TestPlatform> {
  const database = await testDatabase();
  const directory = mkdtempSync(join(tmpdir(), "vera-files-"));
  const clock = new TestClock("2026-03-10T13:00:00Z");
  const platform = createPlatform({
    databaseUrl: database.url,
    maxConnections: 8,
    filesDir: join(directory, "files"),
    masterKeyPath: join(directory, "keys/master.key"),
    log: createLogger({ level: options.logLevel ?? "fatal", showPii: true }),
    ...(options.realClock ? {} : { clock }),
  });
  const tenantId = await addTenant(platform, "province", "santa-fe");
  const otherTenantId = await addTenant(platform, "municipality", "otra");
  const clients: TestClient[] = [];
  return {
    platform,
    clock,
    databaseUrl: database.url,
    tenantId,
    otherTenantId,
    system: (work) => asSystem(platform, "test", work),
    as: ({ actor = testActor(platform), tenants }, work) =>
      inTransaction(platform, { actor, scope: tenants }, work),
    principal: ({ permissions, tenants = [tenantId], userId, name = "Prueba" }) => {
      const id = (userId ?? platform.ids.uuid()) as UserId;
      const actor = { kind: "user", userId: id, name, sessionId: null } as const;
      return { actor, userId: id, grants: new Map(permissions.map((permission) => [permission, tenants])) };
    },
    http: async (register) => {
      const client = await TestClient.open(platform, register);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) await client.close();
      await platform.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function testActor(platform: Platform): Actor {
  return { kind: "user", userId: platform.ids.uuid<UserId>(), name: "Prueba", sessionId: null };
}

async function addTenant(platform: Platform, kind: string, slug: string): Promise<TenantId> {
  const id = platform.ids.uuid<TenantId>();
  await asSystem(platform, "test", (ctx) =>
    run(
      ctx,
      sql`insert into tenants.tenant (id, kind, slug, created_at) values (${id}, ${kind}, ${slug}, ${ctx.clock.now()})`,
    ),
  );
  return id;
}
