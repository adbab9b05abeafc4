import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewTicket } from "@vera/contracts/tickets";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded-postgres.ts";
import { createHttp } from "../server/src/platform/http/server.ts";
import {
  asSystem,
  type Context,
  type Principal,
  sql,
  type TenantId,
  type TopicId,
  type UserId,
} from "../server/src/platform/index.ts";
import { createLogger } from "../server/src/platform/log.ts";
import { createPlatform } from "../server/src/platform/platform.ts";
import { prepareDatabase } from "../server/src/platform/prepare-database.ts";
import { createTenant, createTopic } from "../server/src/tenants/index.ts";
import {
  createOffice,
  publishCompetence,
  routes,
  saveCompetenceDraft,
  saveTicketType,
} from "../server/src/tickets/index.ts";

export interface Sides {
  readonly port: number;
  /** A new form each time. */
  form(): NewTicket;
  /** One row of the same size, written and committed. */
  bareTransaction(): Promise<void>;
  countTickets(): Promise<number>;
  /** Of this process and of PostgreSQL with all its children, in milliseconds so far. */
  cpuMs(): number;
  close(): Promise<void>;
}

/** A durable database of its own (fsync on), the real server, rules of competence and a type with three terms. */
export async function openTicketSides(connections: number): Promise<Sides> {
  const directory = mkdtempSync(join(tmpdir(), "vera-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir: join(directory, "db"), durable: true });
  const databaseUrl = postgres.url("postgres");
  await prepareDatabase(databaseUrl);
  const platform = createPlatform({
    databaseUrl,
    maxConnections: connections,
    filesDir: join(directory, "files"),
    masterKeyPath: join(directory, "keys/master.key"),
    log: createLogger({ level: "error", showPii: false }),
  });
  await sql`create table public.bare (id uuid primary key, at timestamptz not null, body text not null)`.execute(
    platform.db,
  );
  const { tenantId, topicId } = await asSystem(platform, "bench", seed);
  const principal: Principal = principalOf(platform.ids.uuid<UserId>(), tenantId);
  const http = await createHttp(platform, { authenticate: async () => principal });
  routes(http);
  await http.app.listen({ host: "127.0.0.1", port: 0 });
  const form = (): NewTicket => ({
    ...{ tenantId, topicId, kind: "service-claim", subject: "Luminaria apagada frente a la escuela" },
    description: "Hace una semana que no prende, la cuadra queda a oscuras.",
    place: { locality: "Vera", address: "Belgrano 1450" },
    idempotencyKey: platform.ids.uuid(),
  });
  return {
    port: (http.app.server.address() as AddressInfo).port,
    form,
    bareTransaction: async () => {
      await platform.db.transaction().execute(async (db) => {
        await sql`insert into public.bare (id, at, body) values (${platform.ids.uuid()}, now(), ${JSON.stringify(form())})`.execute(
          db,
        );
      });
    },
    countTickets: async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from tickets.ticket`.execute(
        platform.db,
      );
      return Number(rows[0]?.n);
    },
    cpuMs: () => ownCpuMs() + treeCpuMs(postgres.pid),
    close: async () => {
      await http.app.close();
      await platform.close();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function seed(ctx: Context): Promise<{ tenantId: TenantId; topicId: TopicId }> {
  const child = {
    parentId: null,
    kind: "province",
    slug: "bench",
    name: "Provincia",
    shortName: "Provincia",
  };
  const { id: tenantId } = await createTenant(ctx, child);
  const topic = { tenantId, parentId: null, kind: "jurisdiction" as const, name: "Alumbrado" };
  const { id: topicId } = await createTopic(ctx, topic);
  const { id: officeId } = await createOffice(ctx, { tenantId, name: "Obras" });
  const place = { locality: "Vera", department: null, localityCode: null };
  const rule = { topicId, place, legalOwner: null, target: { kind: "office" as const, officeId } };
  const rules = [{ ...rule, norm: "Ley 2.756", sentence: "Lo arregla la municipalidad." }];
  await saveCompetenceDraft(ctx, { tenantId, fallbackOfficeId: officeId, maxBounces: 2, rules });
  await publishCompetence(ctx, { tenantId, note: "bench" });
  const terms = { firstResponseSeconds: 28_800, updateSeconds: 86_400, solutionSeconds: 144_000 };
  const type = {
    name: "Luminaria",
    kind: "service-claim" as const,
    priority: "normal" as const,
    questions: [],
  };
  const saved = { ...type, ...terms, tenantId, topicId, publishedTime: null, active: true };
  await saveTicketType(ctx, { typeId: null, type: saved });
  return { tenantId, topicId };
}

function principalOf(userId: UserId, tenantId: TenantId): Principal {
  const actor = { kind: "user", userId, name: "Medición", sessionId: null } as const;
  return { actor, userId, grants: new Map([["ticket.create", [tenantId]]]) };
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of a process and all below it, the ended ones that it has waited for too. Linux: proc(5), 100 ticks a second. */
function treeCpuMs(root: number): number {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, "utf8");
        const fields = text
          .slice(text.lastIndexOf(")") + 2)
          .split(" ")
          .map(Number);
        const [, parent = 0] = fields;
        const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
        return [{ pid: Number(pid), parent, ticks }];
      } catch {
        // It ended between the listing and the reading.
        return [];
      }
    });
  return (
    10 *
    stats
      .filter(({ pid, parent }) => pid === root || parent === root)
      .reduce((sum, { ticks }) => sum + ticks, 0)
  );
}
