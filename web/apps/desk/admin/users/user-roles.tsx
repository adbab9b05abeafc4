import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { Membership, User } from "@vera/contracts/identity";
import { giveMembership, takeMembership } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { MembershipFields } from "./membership-fields.tsx";
import { useRoles } from "./use-roles.ts";
import "./user-roles.css";

/** The roles that the person holds in my organisms; each change holds at once. */
export function UserRoles({ user }: { user: User }) {
  const { t } = useTranslation();
  const { can, tenantName } = useMe();
  const { word } = useRoles();
  const queries = useQueryClient();
  const changed = useChanged("admin-users");
  const show = async (saved: User, said: string): Promise<void> => {
    queries.setQueryData(["admin-user", user.id], saved);
    await changed(said);
  };
  const place = ({ tenantId, includesDescendants }: Membership): string => {
    if (tenantId === null) return t("admin.platform");
    const name = tenantName(tenantId);
    return includesDescendants ? t("adminPeople.users.andBelow", { name }) : name;
  };
  return (
    <div className="drawer-body">
      <ul className="user-roles" aria-label={t("adminPeople.users.roles")}>
        {user.memberships.map((membership) => (
          <li key={membership.id}>
            <div>
              <b>{word(membership.role)}</b>
              <p className="sm mut">{place(membership)}</p>
            </div>
            {can("user.manage") && (
              <ConfirmButton
                size="small"
                verb={t("adminPeople.users.takeRole")}
                question={t("adminPeople.users.takeRoleAsk", {
                  name: user.name,
                  role: word(membership.role),
                })}
                explain={t("adminPeople.users.takeRoleExplain", { place: place(membership) })}
                act={async () =>
                  show(await takeMembership(user.id, membership.id), t("adminPeople.users.roleTaken"))
                }
              />
            )}
          </li>
        ))}
      </ul>
      {can("user.manage") && (
        <GiveRole userId={user.id} onGiven={(saved) => show(saved, t("adminPeople.users.roleGiven"))} />
      )}
    </div>
  );
}

function GiveRole({ userId, onGiven }: { userId: string; onGiven: (user: User) => Promise<void> }) {
  const { t } = useTranslation();
  const home = useHomeTenant("user.manage");
  const { roles } = useRoles();
  const initial = { tenantId: home, role: "", includesDescendants: false };
  const form = useAdminForm({
    initial,
    check: ({ role }) => ({ role: role === "" ? t("adminPeople.users.roleMissing") : null }),
    save: ({ tenantId, role, includesDescendants }) => {
      const everywhere = roles.some(({ code, platformWide }) => code === role && platformWide);
      return giveMembership(userId, {
        tenantId: everywhere ? null : tenantId,
        role,
        includesDescendants: !everywhere && includesDescendants,
      });
    },
    onSaved: async (user: User) => {
      await onGiven(user);
      return initial;
    },
    keys: { membershipExists: "role", roleTenant: "role", branchNotYours: "role", notYours: "role" },
  });
  return (
    <form ref={form.ref} noValidate onSubmit={form.onSubmit}>
      <FormSection title={t("adminPeople.users.giveRole")}>
        {form.problem ? <ProblemNote error={form.problem} /> : null}
        <MembershipFields value={form.fields} onChange={form.set} error={form.error("role")} />
        <div>
          <Button type="submit" icon={IconPlus} busy={form.busy}>
            {t("adminPeople.users.giveRole")}
          </Button>
        </div>
      </FormSection>
    </form>
  );
}
