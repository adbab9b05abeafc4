import type { NewMembership } from "@vera/contracts/identity";
import { createHttp } from "../../platform/http/server.ts";
import type { Http, Platform, TenantId, UserId } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTenant, routes as tenantRoutes } from "../../tenants/index.ts";
import { createIdentity, type Identity } from "../identity.ts";
import { savePassword } from "../passwords/store.ts";
import type { SessionLimits } from "../sessions/store.ts";
import { createUser } from "../users/create-user.ts";
import { Browser, type BrowserOptions } from "./browser.ts";

export const PASSWORD = "tren lapacho 47 vereda";

export interface IdentityKit {
  readonly kit: TestPlatform;
  readonly identity: Identity;
  readonly http: Http;
  browser(options?: BrowserOptions): Browser;
  /** A person with a password (PASSWORD) and these roles. */
  person(username: string, ...memberships: NewMembership[]): Promise<UserId>;
  /** A browser in which that person is signed in. */
  inside(username: string, options?: BrowserOptions): Promise<Browser>;
  tenant(parentId: TenantId, slug: string): Promise<TenantId>;
  close(): Promise<void>;
}

export interface IdentityKitOptions {
  readonly limits?: SessionLimits;
  /** More routes beside those of tenants and identity. */
  readonly register?: (http: Http, platform: Platform) => void;
}

/** Identity with its real authenticator over a real database; only the network is left out. */
export async function identityKit(options: IdentityKitOptions = {}): Promise<IdentityKit> {
  const kit = await testPlatform();
  const identity = await createIdentity(kit.platform, options);
  const http = await createHttp(kit.platform, identity.authenticator, { trustProxy: ["127.0.0.9"] });
  identity.routes(http);
  tenantRoutes(http);
  options.register?.(http, kit.platform);
  await http.app.ready();
  const passwordHash = await identity.hashPassword(PASSWORD);
  const browser = (browserOptions?: BrowserOptions) => new Browser(http, browserOptions);
  return {
    kit,
    identity,
    http,
    browser,
    person: (username, ...memberships) =>
      kit.system(async (ctx) => {
        const { user } = await createUser(ctx, { username, name: `Persona ${username}`, memberships });
        await savePassword(ctx, { userId: user.id, passwordHash });
        return user.id;
      }),
    inside: async (username, browserOptions) => {
      const page = browser(browserOptions);
      const reply = await page.signIn(username, PASSWORD);
      if (reply.status !== 200) throw new Error(`${username} is not let in: ${JSON.stringify(reply.body)}`);
      return page;
    },
    tenant: async (parentId, slug) => {
      const fields = { parentId, kind: "agency", slug, name: slug, shortName: slug };
      return (await kit.system((ctx) => createTenant(ctx, fields))).id;
    },
    close: async () => {
      identity.close();
      await http.app.close();
      await kit.close();
    },
  };
}
