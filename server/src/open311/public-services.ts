import type { Open311Attribute } from "@vera/contracts/open311";
import type { Context } from "../platform/index.ts";
import type { TenantRow } from "../tenants/index.ts";
import { readServices } from "./store.ts";

/** What anybody may ask an organism for; the citizen's pages offer the same as the API does. */
export interface PublicService {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Open311Attribute[];
}

export async function publicServices(ctx: Context, tenant: TenantRow): Promise<PublicService[]> {
  const services = await readServices(ctx);
  return services
    .filter(({ active, tenantId }) => active && tenantId === tenant.id)
    .map(({ code, name, description, attributes }) => ({ code, name, description, attributes }));
}
