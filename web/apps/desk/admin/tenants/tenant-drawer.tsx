import type { Tenant, TenantDetail } from "@vera/contracts/tenants";
import { useState } from "react";
import { changeTenant } from "../../../../shared/api/admin/tenants.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { BrandingForm } from "./branding-form.tsx";
import { KindField, kindWord } from "./kind-field.tsx";
import { parentOptions } from "./parent-options.ts";
import { TenantNames } from "./tenant-names.tsx";
import { useTenantChanged } from "./use-tenant-changed.ts";

interface TenantDrawerProps {
  tenant: TenantDetail;
  tenants: readonly Tenant[];
  onClose: () => void;
}

/** One organism: what it is, its names through time, how it looks. */
export function TenantDrawer({ tenant, tenants, onClose }: TenantDrawerProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<"data" | "names" | "look">("data");
  return (
    <Drawer
      title={tenant.name}
      second={`${kindWord(tenant.kind, t)} · ${tenant.slug}`}
      onClose={onClose}
      wide
    >
      <Tabs
        group="tenant"
        label={tenant.name}
        tabs={(["data", "names", "look"] as const).map((id) => ({
          id,
          label: t(`adminOrganisms.tenants.tab.${id}`),
        }))}
        value={tab}
        onChange={setTab}
      />
      <TabPanel group="tenant" id={tab} className="drawer-form">
        {tab === "data" && <TenantForm tenant={tenant} tenants={tenants} />}
        {tab === "names" && <TenantNames tenant={tenant} />}
        {tab === "look" && <BrandingForm tenant={tenant} />}
      </TabPanel>
    </Drawer>
  );
}

function TenantForm({ tenant, tenants }: { tenant: TenantDetail; tenants: readonly Tenant[] }) {
  const { t } = useTranslation();
  const { me, canIn } = useMe();
  const changed = useTenantChanged(tenant.id);
  // Moving takes all below along, so it is for who holds the right everywhere (contracts/tenants.ts).
  const mayMove = me.permissions["tenant.manage"] === "all" && tenant.parentId !== null;
  const form = useAdminForm({
    initial: fieldsOf(tenant),
    check: ({ slug }) => ({
      slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? null : t("admin.rule.code"),
    }),
    save: ({ kind, slug, zone, province, locality, parentId }) =>
      changeTenant(tenant.id, {
        kind,
        slug,
        zone: zone.trim(),
        province: province.trim() || null,
        locality: locality.trim() || null,
        ...(mayMove && parentId !== tenant.parentId ? { parentId } : {}),
      }),
    onSaved: async (saved: TenantDetail) => {
      await changed(saved);
      return fieldsOf(saved);
    },
    keys: { slugTaken: "slug", unknownZone: "zone", tenantCycle: "parentId", tenantClosed: "parentId" },
  });
  return (
    <FormPanel
      form={form}
      readOnly={!canIn("tenant.manage", tenant.id)}
      foot={<CloseOrReopen tenant={tenant} onChanged={changed} />}
    >
      <div className="form-grid">
        <KindField
          value={form.fields.kind}
          onChange={(kind) => form.set({ kind })}
          error={form.error("kind")}
        />
        <TextField
          {...form.text("slug")}
          label={t("adminOrganisms.tenants.slug")}
          hint={t("adminOrganisms.tenants.slugHint")}
          spellCheck={false}
        />
      </div>
      {tenant.parentId !== null && (
        <Select
          {...form.text("parentId")}
          label={t("adminOrganisms.tenants.parent")}
          disabled={!mayMove}
          hint={mayMove ? t("adminOrganisms.tenants.moveHint") : undefined}
          options={parentOptions(tenants, tenant.id)}
        />
      )}
      <div className="form-grid">
        <TextField
          {...form.text("province")}
          label={t("adminOrganisms.tenants.province")}
          hint={t("adminOrganisms.tenants.provinceHint")}
          autoComplete="off"
        />
        <TextField
          {...form.text("locality")}
          label={t("adminOrganisms.tenants.locality")}
          hint={t("adminOrganisms.tenants.localityHint")}
          autoComplete="off"
        />
      </div>
      <TextField
        {...form.text("zone")}
        label={t("adminOrganisms.zone")}
        spellCheck={false}
        autoComplete="off"
      />
    </FormPanel>
  );
}

interface CloseOrReopenProps {
  tenant: TenantDetail;
  onChanged: (saved: TenantDetail) => Promise<void>;
}

function CloseOrReopen({ tenant, onChanged }: CloseOrReopenProps) {
  const { t } = useTranslation();
  const open = tenant.closedAt === null;
  const word = open ? "close" : "reopen";
  return (
    <ConfirmButton
      danger={open}
      verb={t(`adminOrganisms.tenants.${word}`)}
      question={t(`adminOrganisms.tenants.${word}Ask`, { name: tenant.shortName })}
      explain={t(`adminOrganisms.tenants.${word}Explain`)}
      act={async () => onChanged(await changeTenant(tenant.id, { closed: open }))}
    />
  );
}

function fieldsOf(tenant: TenantDetail) {
  return {
    kind: tenant.kind,
    slug: tenant.slug,
    parentId: tenant.parentId ?? "",
    zone: tenant.zone,
    province: tenant.province ?? "",
    locality: tenant.locality ?? "",
  };
}
