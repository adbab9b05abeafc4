import { useQuery } from "@tanstack/react-query";
import type { Tenant } from "@vera/contracts/tenants";
import { useMemo, useState } from "react";
import { listTenants, openTenant } from "../../../../shared/api/admin/tenants.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { useMe } from "../../session/me-context.ts";
import { LoadingDrawer } from "../kit/loading-drawer.tsx";
import { SplitPage } from "../kit/split-page.tsx";
import { TreeList } from "../kit/tree-list.tsx";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { kindWord } from "./kind-field.tsx";
import { NewTenantForm } from "./new-tenant-form.tsx";
import { TenantDrawer } from "./tenant-drawer.tsx";

interface TenantNode extends Tenant {
  label: string;
}

/** The tree of organisms. */
export function TenantsPage() {
  const { t } = useTranslation();
  const { can } = useMe();
  const route = useResourceRoute("tenants");
  const [closed, setClosed] = useState(false);
  const tenants = useQuery({
    queryKey: ["admin-tenants", closed],
    queryFn: () => listTenants(closed),
  });
  const nodes = useMemo(
    () =>
      tenants.data?.tenants
        .map(
          (tenant): TenantNode => ({
            ...tenant,
            label: tenant.closedAt
              ? t("adminOrganisms.tenants.closedName", { name: tenant.name })
              : tenant.name,
          }),
        )
        .sort((a, b) => a.label.localeCompare(b.label, "es")),
    [tenants.data, t],
  );
  const known = nodes ?? [];
  return (
    <SplitPage
      side={
        route.creating ? (
          <NewTenantForm tenants={known} onCreated={route.open} onClose={route.close} />
        ) : (
          route.openId && (
            <OpenedTenant key={route.openId} tenantId={route.openId} tenants={known} onClose={route.close} />
          )
        )
      }
    >
      <TreeList<TenantNode>
        title={t("admin.area.tenants")}
        source={{ rows: nodes, error: tenants.error, retry: () => void tenants.refetch() }}
        searched={({ slug, shortName }) => `${slug} ${shortName}`}
        hint={({ kind, slug }) => `${kindWord(kind, t)} · ${slug}`}
        selectedId={route.openId}
        onSelect={route.open}
        filters={
          <Checkbox checked={closed} onChange={setClosed}>
            {t("adminOrganisms.tenants.showClosed")}
          </Checkbox>
        }
        empty={t("adminOrganisms.tenants.empty")}
        add={can("tenant.manage") ? { label: t("adminOrganisms.tenants.add"), onPick: route.create } : null}
      />
    </SplitPage>
  );
}

interface OpenedTenantProps {
  tenantId: string;
  tenants: readonly Tenant[];
  onClose: () => void;
}

function OpenedTenant({ tenantId, tenants, onClose }: OpenedTenantProps) {
  const tenant = useQuery({ queryKey: ["admin-tenant", tenantId], queryFn: () => openTenant(tenantId) });
  if (!tenant.data) return <LoadingDrawer error={tenant.error} onClose={onClose} wide />;
  return <TenantDrawer tenant={tenant.data} tenants={tenants} onClose={onClose} />;
}
