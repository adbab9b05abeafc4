import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { PERMISSION_GROUPS } from "./permission-groups.ts";
import "./permission-ticks.css";

interface PermissionTicksProps {
  value: readonly string[];
  onChange: (permissions: string[]) => void;
  /** Only these may be given; all by default. */
  among?: readonly string[];
}

/** What may be done, in words, by what it is about. */
export function PermissionTicks({ value, onChange, among }: PermissionTicksProps) {
  const { t } = useTranslation();
  const toggle = (permission: string, on: boolean): void =>
    onChange(on ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <div className="permissions">
      {PERMISSION_GROUPS.map(({ id, permissions }) => {
        const shown = permissions.filter((permission) => !among || among.includes(permission));
        if (shown.length === 0) return null;
        return (
          <fieldset key={id}>
            <legend className="lab">{t(`adminPeople.permissionGroup.${id}`)}</legend>
            {shown.map((permission) => (
              <Checkbox
                key={permission}
                checked={value.includes(permission)}
                onChange={(on) => toggle(permission, on)}
              >
                {t(`adminPeople.permission.${permission.replace(".", "-")}`)}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
