import type { TenantDetail } from "@vera/contracts/tenants";
import { renameTenant } from "../../../../shared/api/admin/tenants.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { useDays } from "../hours/use-days.ts";
import { FormSection } from "../kit/form-section.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useTenantChanged } from "./use-tenant-changed.ts";
import "../users/user-roles.css";

/** Names by their dates: what was done under an old name keeps it. */
export function TenantNames({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const days = useDays();
  const names = [...tenant.names].sort((a, b) => b.validFrom.localeCompare(a.validFrom));
  return (
    <div className="drawer-body">
      <ul className="action-rows" aria-label={t("adminOrganisms.tenants.tab.names")}>
        {names.map((name) => (
          <li key={name.validFrom}>
            <div>
              <b>{name.name}</b>
              <p className="sm mut">
                {name.shortName} ·{" "}
                {name.validTo
                  ? t("adminOrganisms.tenants.fromTo", {
                      from: days.day(name.validFrom),
                      to: days.day(name.validTo),
                    })
                  : t("adminOrganisms.tenants.since", { from: days.day(name.validFrom) })}
              </p>
            </div>
            {name.name === tenant.name && <Tag tone="accent">{t("adminOrganisms.tenants.today")}</Tag>}
          </li>
        ))}
      </ul>
      {canIn("tenant.manage", tenant.id) && <NewName tenant={tenant} />}
    </div>
  );
}

function NewName({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation();
  const changed = useTenantChanged(tenant.id);
  const initial = { name: "", shortName: "", validFrom: "" };
  const form = useAdminForm({
    initial,
    check: ({ name, shortName, validFrom }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      shortName: shortName.trim() === "" ? t("admin.rule.required") : null,
      validFrom: validFrom === "" ? t("admin.rule.required") : null,
    }),
    save: ({ name, shortName, validFrom }) =>
      renameTenant(tenant.id, { name: name.trim(), shortName: shortName.trim(), validFrom }),
    onSaved: async (saved: TenantDetail) => {
      await changed(saved);
      return initial;
    },
  });
  return (
    <form ref={form.ref} noValidate onSubmit={form.onSubmit}>
      <FormSection title={t("adminOrganisms.tenants.rename")} hint={t("adminOrganisms.tenants.renameHint")}>
        {form.problem ? <ProblemNote error={form.problem} /> : null}
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
            maxLength={120}
            autoComplete="off"
          />
          <TextField {...form.text("validFrom")} label={t("adminOrganisms.tenants.validFrom")} type="date" />
        </div>
        <div>
          <Button type="submit" busy={form.busy}>
            {t("adminOrganisms.tenants.rename")}
          </Button>
        </div>
      </FormSection>
    </form>
  );
}
