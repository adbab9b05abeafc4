import type { CreatedUser, NewUser } from "@vera/contracts/identity";
import { useState } from "react";
import { createUser } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { MembershipFields } from "./membership-fields.tsx";
import { OneTimeLink } from "./one-time-link.tsx";
import { proposedUsername } from "./proposed-username.ts";
import { useRoles } from "./use-roles.ts";

interface UserFields {
  name: string;
  username: string;
  email: string;
  locale: string;
  tenantId: string;
  role: string;
  includesDescendants: boolean;
}

/** Who, with which role where; then the link that the person chooses a password with. */
export function NewUserForm({ onShow }: { onShow: (userId: string) => void }) {
  const { t } = useTranslation();
  const home = useHomeTenant("user.manage");
  const changed = useChanged("admin-users");
  const { roles } = useRoles();
  const [created, setCreated] = useState<CreatedUser | null>(null);
  const form = useAdminForm<UserFields, CreatedUser>({
    initial: {
      name: "",
      username: "",
      email: "",
      locale: "es-AR",
      tenantId: home,
      role: "",
      includesDescendants: false,
    },
    check: (fields) => ({
      name: fields.name.trim() === "" ? t("admin.rule.required") : null,
      username: /^[a-z0-9][a-z0-9._@-]{1,79}$/.test(fields.username)
        ? null
        : t("adminPeople.users.usernameRule"),
      role: fields.role === "" ? t("adminPeople.users.roleMissing") : null,
    }),
    save: (fields) => createUser(newUser(fields, isPlatformWide(fields.role))),
    onSaved: async (saved) => {
      setCreated(saved);
      await changed(t("adminPeople.users.added", { name: saved.user.name }));
    },
    keys: {
      usernameTaken: "username",
      roleTenant: "role",
      branchNotYours: "role",
      notYours: "role",
    },
    paths: { memberships: "role" },
  });
  const isPlatformWide = (code: string): boolean =>
    roles.some((role) => role.code === code && role.platformWide);
  if (created) {
    return (
      <div className="drawer-body">
        <OneTimeLink link={created.link} name={created.user.name} />
        <Button onClick={() => onShow(created.user.id)}>{t("adminPeople.users.showPerson")}</Button>
      </div>
    );
  }
  const name = form.text("name");
  const untouched = form.fields.username === proposedUsername(form.fields.name);
  return (
    <FormPanel form={form} verb={t("adminPeople.users.add")}>
      <TextField
        {...name}
        label={t("adminPeople.users.fullName")}
        autoComplete="off"
        onChange={(value) =>
          form.set(untouched ? { name: value, username: proposedUsername(value) } : { name: value })
        }
      />
      <TextField
        {...form.text("username")}
        label={t("adminPeople.users.username")}
        hint={t("adminPeople.users.usernameHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="form-grid">
        <TextField
          {...form.text("email")}
          label={t("adminPeople.users.email")}
          type="email"
          autoComplete="off"
        />
        <LocaleField {...form.text("locale")} />
      </div>
      <FormSection title={t("adminPeople.users.firstRole")} hint={t("adminPeople.users.firstRoleHint")}>
        <MembershipFields
          value={form.fields}
          onChange={form.set}
          error={form.error("role")}
          tenantError={form.error("tenantId")}
        />
      </FormSection>
    </FormPanel>
  );
}

interface LocaleFieldProps {
  value: string;
  onChange: (value: string) => void;
}

export function LocaleField(props: LocaleFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...props}
      label={t("shell.language")}
      options={(["es-AR", "en"] as const).map((value) => ({ value, label: t(`shell.locales.${value}`) }))}
    />
  );
}

function newUser(fields: UserFields, platformWide: boolean): NewUser {
  return {
    username: fields.username.trim(),
    name: fields.name.trim(),
    email: fields.email.trim() || null,
    locale: fields.locale as "es-AR" | "en",
    memberships: [
      {
        tenantId: platformWide ? null : fields.tenantId,
        role: fields.role,
        includesDescendants: !platformWide && fields.includesDescendants,
      },
    ],
  };
}
