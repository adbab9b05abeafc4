import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedDemo } from "../../demo/index.ts";
import { createUser, savePassword } from "../../identity/index.ts";
import { Browser } from "../../identity/testing/browser.ts";
import { readConfiguration } from "../../platform/config.ts";
import { many, run, sql, type TenantId } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTenant, readTenants } from "../../tenants/index.ts";
import { Closers } from "../closers.ts";
import { type Modules, startModules } from "../modules.ts";

const PASSWORD = "tren lapacho 47 vereda";

/** The whole program with the demonstration's government and, beside it, another one that has nothing to do with it. */
export interface TwoGovernments {
  readonly kit: TestPlatform;
  readonly modules: Modules;
  /** Every organism of the demonstration, the government itself first. */
  readonly theirs: readonly TenantId[];
  /** The other government. */
  readonly own: TenantId;
  /** One signed-in person of `own` for each role that is not of the platform. */
  readonly people: ReadonlyMap<string, Browser>;
  /** What any of them may do. */
  readonly permissions: ReadonlySet<string>;
  close(): Promise<void>;
}

export async function twoGovernments(): Promise<TwoGovernments> {
  const dataDir = mkdtempSync(join(tmpdir(), "vera-governments-"));
  const kit = await testPlatform({ realClock: true });
  const closers = new Closers();
  const close = async (): Promise<void> => {
    await closers.close();
    await kit.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { kit, close, ...(await open(kit, closers, dataDir)) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  kit: TestPlatform,
  closers: Closers,
  dataDir: string,
): Promise<Omit<TwoGovernments, "kit" | "close">> {
  // The demonstration begins on an empty installation.
  await kit.system((ctx) => run(ctx, sql`delete from tenants.tenant`));
  const modules = await startModules(kit.platform, {
    options: {
      dataDir,
      demo: true,
      voice: false,
      httpPort: 0,
      sipPort: 0,
      databaseUrl: undefined,
      configuration: readConfiguration({}),
      enginePrefix: "",
      onProgress: () => undefined,
    },
    engine: undefined,
    closers,
  });
  closers.add(() => modules.http.app.close());
  await seedDemo(kit.platform, { dataDir, identity: modules.identity });
  const theirs = (await kit.system((ctx) => readTenants(ctx, { closed: true }))).map(
    ({ id }) => id as TenantId,
  );
  const { own, names, permissions } = await staff(kit, await modules.identity.hashPassword(PASSWORD));
  const enter = async (username: string): Promise<Browser> => {
    const browser = new Browser(modules.http);
    const reply = await browser.signIn(username, PASSWORD);
    if (reply.status !== 200) throw new Error(`${username}: ${JSON.stringify(reply.body)}`);
    return browser;
  };
  const people = new Map<string, Browser>();
  for (const [role, username] of names) people.set(role, await enter(username));
  return { modules, theirs, own, people, permissions };
}

async function staff(kit: TestPlatform, passwordHash: string) {
  return await kit.system(async (ctx) => {
    const fields = { kind: "province", slug: "otra", name: "Otra Provincia", shortName: "Otra" };
    const own = (await createTenant(ctx, { parentId: null, ...fields })).id as TenantId;
    const person = async (username: string, role: string, tenantId: TenantId | null): Promise<void> => {
      const memberships = [{ tenantId, role, includesDescendants: tenantId !== null }];
      const { user } = await createUser(ctx, { username, name: `Persona ${role}`, memberships });
      await savePassword(ctx, { userId: user.id, passwordHash });
    };
    const roles = await many<{ code: string }>(
      ctx,
      sql`select code from identity.role where not platform_wide order by code`,
    );
    const names = new Map(roles.map(({ code }) => [code, `otra.${code}`]));
    for (const [role, username] of names) await person(username, role, own);
    const held = await many<{ permission: string }>(
      ctx,
      sql`select permission from identity.role_permission where role = any (${[...names.keys()]})`,
    );
    return { own, names, permissions: new Set(held.map(({ permission }) => permission)) };
  });
}
