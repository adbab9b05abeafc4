import { useQueryClient } from "@tanstack/react-query";
import type { User } from "@vera/contracts/identity";
import { changeUser } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { LocaleField } from "./new-user-form.tsx";

export function UserDataForm({ user }: { user: User }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const queries = useQueryClient();
  const changed = useChanged("admin-users");
  const form = useAdminForm({
    initial: fieldsOf(user),
    check: ({ name }) => ({ name: name.trim() === "" ? t("admin.rule.required") : null }),
    save: ({ name, email, locale }) =>
      changeUser(user.id, {
        name: name.trim(),
        email: email.trim() || null,
        locale: locale as "es-AR" | "en",
      }),
    onSaved: async (saved: User) => {
      queries.setQueryData(["admin-user", user.id], saved);
      await changed();
      return fieldsOf(saved);
    },
  });
  return (
    <FormPanel form={form} readOnly={!can("user.manage")}>
      <TextField {...form.text("name")} label={t("adminPeople.users.fullName")} autoComplete="off" />
      <TextField
        label={t("adminPeople.users.username")}
        value={user.username}
        onChange={() => undefined}
        readOnly
        hint={t("adminPeople.users.usernameFixed")}
      />
      <TextField
        {...form.text("email")}
        label={t("adminPeople.users.email")}
        type="email"
        autoComplete="off"
      />
      <LocaleField {...form.text("locale")} />
    </FormPanel>
  );
}

function fieldsOf(user: User): { name: string; email: string; locale: string } {
  return { name: user.name, email: user.email ?? "", locale: user.locale };
}
