import { useQuery } from "@tanstack/react-query";
import type { Role } from "@vera/contracts/identity";
import { changeRole, createRole, listRoles, removeRole } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { PermissionTicks } from "./permission-ticks.tsx";

/** Sets of permissions by name. What ships with Vera can be changed, not removed. */
export function RolesPage() {
  const { t } = useTranslation();
  const roles = useQuery({
    queryKey: ["admin-roles"],
    queryFn: listRoles,
    select: (reply): readonly Role[] => reply.roles,
  });
  return (
    <ResourcePage
      area="roles"
      title={t("admin.area.roles")}
      about={t("adminPeople.roles.about")}
      query={roles}
      rowKey={(role) => role.code}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (role) => role.name,
          cell: (role) => (
            <>
              <b>{role.name}</b>
              <span className="table-second">{role.code}</span>
            </>
          ),
        },
        {
          id: "where",
          header: t("adminPeople.roles.where"),
          value: (role) => t(role.platformWide ? "admin.platform" : "adminPeople.roles.inTenants"),
        },
        {
          id: "permissions",
          header: t("adminPeople.roles.permissions"),
          value: (role) => role.permissions.length,
          number: true,
        },
      ]}
      empty={t("adminPeople.roles.empty")}
      add={t("adminPeople.roles.add")}
      twoLines
      drawer={(role, controls) => <RoleDrawer key={role?.code ?? "new"} role={role} controls={controls} />}
    />
  );
}

function RoleDrawer({ role, controls }: { role: Role | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const changed = useChanged("admin-roles");
  const form = useAdminForm({
    initial: {
      name: role?.name ?? "",
      code: role?.code ?? "",
      platformWide: role?.platformWide ?? false,
      permissions: [...(role?.permissions ?? [])].sort(),
    },
    check: ({ name, code }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      code: /^[a-z][a-z0-9-]{1,39}$/.test(code) ? null : t("admin.rule.code"),
    }),
    save: ({ name, code, platformWide, permissions }) =>
      role
        ? changeRole(role.code, { name: name.trim(), permissions })
        : createRole({ name: name.trim(), code, platformWide, permissions }),
    onSaved: async (saved: Role) => {
      await changed();
      if (!role) controls.open(saved.code);
    },
    keys: { roleExists: "code" },
  });
  return (
    <Drawer
      title={role?.name ?? t("adminPeople.roles.new")}
      second={role?.code}
      onClose={controls.close}
      wide
    >
      <FormPanel
        form={form}
        {...(role ? {} : { verb: t("adminPeople.roles.add") })}
        foot={
          role && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminPeople.roles.removeAsk", { name: role.name })}
              explain={t("adminPeople.roles.removeExplain")}
              act={() => removeRole(role.code)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextField {...form.text("name")} label={t("admin.name")} autoComplete="off" />
        {!role && (
          <>
            <TextField
              {...form.text("code")}
              label={t("admin.code")}
              hint={t("admin.codeHint")}
              autoComplete="off"
              spellCheck={false}
            />
            <Checkbox {...form.tick("platformWide")}>{t("adminPeople.roles.platformWide")}</Checkbox>
          </>
        )}
        <PermissionTicks
          value={form.fields.permissions}
          onChange={(permissions) => form.set({ permissions: [...permissions].sort() })}
        />
      </FormPanel>
    </Drawer>
  );
}
