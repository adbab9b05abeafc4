import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { useMe } from "../../session/me-context.ts";
import { TenantField } from "../kit/tenant-field.tsx";
import { useRoles } from "./use-roles.ts";

export interface MembershipChoice {
  tenantId: string;
  role: string;
  includesDescendants: boolean;
}

interface MembershipFieldsProps {
  value: MembershipChoice;
  onChange: (part: Partial<MembershipChoice>) => void;
  error: string | null;
  tenantError?: string | null;
}

/** Which role, where, and whether below it too. Roles of the whole platform have no organism. */
export function MembershipFields({ value, onChange, error, tenantError = null }: MembershipFieldsProps) {
  const { t } = useTranslation();
  const { me } = useMe();
  const { roles } = useRoles();
  const everywhere = me.permissions["user.manage"] === "all";
  const given = roles.filter((role) => everywhere || !role.platformWide);
  const chosen = roles.find((role) => role.code === value.role);
  return (
    <>
      <Select
        label={t("adminPeople.users.role")}
        value={value.role}
        placeholder={t("adminPeople.users.chooseRole")}
        options={given.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(role) => onChange({ role })}
        error={error}
      />
      {!chosen?.platformWide && (
        <>
          <TenantField
            permission="user.manage"
            value={value.tenantId}
            onChange={(tenantId) => onChange({ tenantId })}
            error={tenantError}
          />
          <Checkbox
            checked={value.includesDescendants}
            onChange={(includesDescendants) => onChange({ includesDescendants })}
          >
            {t("adminPeople.users.includesDescendants")}
          </Checkbox>
        </>
      )}
    </>
  );
}
