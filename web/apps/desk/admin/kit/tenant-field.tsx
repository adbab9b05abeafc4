import type { Permission } from "@vera/contracts/permissions";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { useTenantOptions } from "./tenant-options.ts";

interface TenantFieldProps {
  permission: Permission;
  value: string;
  onChange: (tenantId: string) => void;
  error?: string | null;
  hint?: string;
  /** May be the whole platform: the option's words; its value is "". */
  platform?: string;
}

/** Whose it is to be. Who may in one organism only has it chosen already. */
export function TenantField({ permission, value, onChange, error, hint, platform }: TenantFieldProps) {
  const { t } = useTranslation();
  const options = useTenantOptions(permission);
  return (
    <Select
      label={t("admin.tenant")}
      value={value}
      options={options}
      {...(platform !== undefined || value === ""
        ? { placeholder: platform ?? t("admin.chooseTenant") }
        : {})}
      onChange={onChange}
      error={error}
      hint={hint}
    />
  );
}
