import type { TenantDetail } from "@vera/contracts/tenants";
import { changeTenant } from "../../../../shared/api/admin/tenants.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Field } from "../../../../shared/ui/field.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { contrastWithWhite, LEAST_CONTRAST } from "./contrast.ts";
import { useTenantChanged } from "./use-tenant-changed.ts";
import "./branding-form.css";

/** The name and colour that citizens see; a colour on which white cannot be read is refused here. */
export function BrandingForm({ tenant }: { tenant: TenantDetail }) {
  const { t, locale } = useTranslation();
  const { canIn } = useMe();
  const changed = useTenantChanged(tenant.id);
  const form = useAdminForm({
    initial: fieldsOf(tenant),
    check: ({ colour }) => {
      const contrast = contrastWithWhite(colour);
      if (colour === "") return {};
      if (contrast === null) return { colour: t("adminOrganisms.tenants.colourWrong") };
      return { colour: contrast < LEAST_CONTRAST ? t("adminOrganisms.tenants.colourPale") : null };
    },
    save: ({ displayName, colour }) =>
      changeTenant(tenant.id, { displayName: displayName.trim() || null, colour: colour || null }),
    onSaved: async (saved: TenantDetail) => {
      await changed(saved);
      return fieldsOf(saved);
    },
  });
  const { displayName, colour } = form.fields;
  const contrast = contrastWithWhite(colour);
  return (
    <FormPanel form={form} readOnly={!canIn("tenant.manage", tenant.id)}>
      <TextField
        {...form.text("displayName")}
        label={t("adminOrganisms.tenants.displayName")}
        hint={t("adminOrganisms.tenants.displayNameHint", { name: tenant.name })}
        maxLength={120}
        autoComplete="off"
      />
      <Field
        label={t("adminOrganisms.tenants.colour")}
        hint={
          contrast === null
            ? t("adminOrganisms.tenants.colourHint")
            : t("adminOrganisms.tenants.contrast", {
                value: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(contrast),
              })
        }
        error={form.error("colour")}
      >
        {(control) => (
          <div className="row">
            <input
              {...control}
              className="input colour-code"
              spellCheck={false}
              placeholder="#0b5c74"
              maxLength={7}
              value={colour}
              onChange={(event) => form.set({ colour: event.target.value.trim() })}
            />
            <input
              type="color"
              className="colour-pick"
              aria-label={t("adminOrganisms.tenants.pickColour")}
              value={contrast === null ? "#0b5c74" : colour}
              onChange={(event) => form.set({ colour: event.target.value })}
            />
          </div>
        )}
      </Field>
      {contrast !== null && contrast >= LEAST_CONTRAST && (
        <div className="brand-preview" style={{ background: colour }} aria-hidden="true">
          {displayName || tenant.name}
        </div>
      )}
    </FormPanel>
  );
}

function fieldsOf({ branding }: TenantDetail): { displayName: string; colour: string } {
  return { displayName: branding.displayName ?? "", colour: branding.colour ?? "" };
}
