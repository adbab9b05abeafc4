import type { Tenant, TenantDetail } from "@vera/contracts/tenants";
import { createTenant } from "../../../../shared/api/admin/tenants.ts";
import { foldText } from "../../../../shared/format/fold-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { KindField } from "./kind-field.tsx";
import { parentOptions } from "./parent-options.ts";

interface NewTenantFormProps {
  tenants: readonly Tenant[];
  onCreated: (tenantId: string) => void;
  onClose: () => void;
}

/** A new organism under another. */
export function NewTenantForm({ tenants, onCreated, onClose }: NewTenantFormProps) {
  const { t } = useTranslation();
  const { me } = useMe();
  const home = useHomeTenant("tenant.manage");
  const changed = useChanged("admin-tenants", "me");
  const platform = me.permissions["tenant.manage"] === "all";
  const form = useAdminForm({
    initial: { parentId: home, name: "", shortName: "", slug: "", kind: "agency", locality: "" },
    check: ({ name, shortName, slug }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      shortName: shortName.trim() === "" ? t("admin.rule.required") : null,
      slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? null : t("admin.rule.code"),
    }),
    save: ({ parentId, name, shortName, slug, kind, locality }) =>
      createTenant({
        parentId: parentId || null,
        kind,
        slug,
        name: name.trim(),
        shortName: shortName.trim(),
        locality: locality.trim() || null,
      }),
    onSaved: async (saved: TenantDetail) => {
      await changed();
      onCreated(saved.id);
      return undefined;
    },
    keys: { slugTaken: "slug", tenantClosed: "parentId" },
  });
  const untouched = form.fields.slug === proposedSlug(form.fields.shortName);
  return (
    <Drawer title={t("adminOrganisms.tenants.new")} onClose={onClose} wide>
      <FormPanel form={form} verb={t("adminOrganisms.tenants.add")}>
        <TextField
          {...form.text("name")}
          label={t("adminOrganisms.tenants.name")}
          maxLength={240}
          autoComplete="off"
        />
        <div className="form-grid">
          <TextField
            {...form.text("shortName")}
            label={t("adminOrganisms.tenants.shortName")}
            hint={t("adminOrganisms.tenants.shortNameHint")}
            maxLength={120}
            autoComplete="off"
            onChange={(shortName) =>
              form.set(untouched ? { shortName, slug: proposedSlug(shortName) } : { shortName })
            }
          />
          <TextField
            {...form.text("slug")}
            label={t("adminOrganisms.tenants.slug")}
            hint={t("adminOrganisms.tenants.slugHint")}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
          />
        </div>
        <Select
          {...form.text("parentId")}
          label={t("adminOrganisms.tenants.parent")}
          {...(platform ? { placeholder: t("adminOrganisms.tenants.noParent") } : {})}
          options={parentOptions(tenants, null)}
        />
        <div className="form-grid">
          <KindField
            value={form.fields.kind}
            onChange={(kind) => form.set({ kind })}
            error={form.error("kind")}
          />
          <TextField
            {...form.text("locality")}
            label={t("adminOrganisms.tenants.locality")}
            hint={t("adminOrganisms.tenants.localityHint")}
            autoComplete="off"
          />
        </div>
      </FormPanel>
    </Drawer>
  );
}

function proposedSlug(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
