import type { TenantId } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { prepareTenants, routes } from "../index.ts";

type Desk = ReturnType<TestClient["as"]>;

interface Ministry {
  readonly parentId: string | null;
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
}

export interface TenantsDesk {
  readonly kit: TestPlatform;
  /** May do everything here in the province. */
  readonly province: Desk;
  /** The same in all. */
  readonly platformAdmin: Desk;
  /** The body that creates a ministry, with a slug that is free. */
  ministry(parentId?: string | null): Ministry;
  /** One who may do everything here in these tenants. */
  masterOf(...tenants: string[]): Desk;
}

const EVERYTHING = [
  "tenant.read",
  "tenant.manage",
  "hours.manage",
  "topic.read",
  "topic.manage",
  "system.manage",
] as const;

/** A fresh database behind the routes of this module; close `kit` after. */
export async function tenantsDesk(): Promise<TenantsDesk> {
  const kit = await testPlatform();
  await prepareTenants(kit.platform);
  const client = await kit.http(routes);
  const permissions = EVERYTHING;
  let slugs = 0;
  return {
    kit,
    province: client.as(kit.principal({ permissions })),
    platformAdmin: client.as(kit.principal({ permissions, tenants: "system" })),
    masterOf: (...tenants) => client.as(kit.principal({ permissions, tenants: tenants as TenantId[] })),
    ministry: (parentId = kit.tenantId) => ({
      parentId,
      kind: "ministry",
      slug: `ministerio-${++slugs}`,
      name: "Ministerio de Salud",
      shortName: "Salud",
    }),
  };
}
