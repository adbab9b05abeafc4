import { TENANT_KINDS } from "@vera/contracts/tenants";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";

interface KindFieldProps {
  value: string;
  onChange: (kind: string) => void;
  error: string | null;
}

/** Kinds are data: one that an installation added is kept as it is. */
export function KindField({ value, onChange, error }: KindFieldProps) {
  const { t } = useTranslation();
  const known: readonly string[] = TENANT_KINDS;
  const kinds = known.includes(value) ? known : [...known, value];
  return (
    <Select
      label={t("adminOrganisms.tenants.kind")}
      value={value}
      options={kinds.map((kind) => ({ value: kind, label: kindWord(kind, t) }))}
      onChange={onChange}
      error={error}
    />
  );
}

export function kindWord(kind: string, t: (key: string) => string): string {
  const word = t(`adminOrganisms.kind.${kind}`);
  return word.startsWith("adminOrganisms.") ? kind : word;
}
