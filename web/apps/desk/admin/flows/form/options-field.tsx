import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../../shared/ui/select.tsx";
import { TextField } from "../../../../../shared/ui/text-field.tsx";
import { FormSection } from "../../kit/form-section.tsx";
import { RowList } from "../../kit/row-list.tsx";
import "./rows.css";

type Option = NodeOf<"menu">["options"][number];
export const MENU_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"] as const;

interface OptionsFieldProps {
  label: string;
  value: Option[] | undefined;
  onChange: (options: Option[]) => void;
}

/** Key and name of each option; each is an exit. */
export function OptionsField({ label, value = [], onChange }: OptionsFieldProps) {
  const { t } = useTranslation();
  const free = MENU_KEYS.filter((key) => !value.some((option) => option.key === key));
  return (
    <FormSection title={label} hint={t("adminFlow.optionsHint")}>
      <RowList<Option>
        label={label}
        tight
        rows={value}
        onChange={onChange}
        least={1}
        most={12}
        fresh={() => ({ key: free[0] ?? "1", label: "" })}
        add={t("adminFlow.addOption")}
        takeOut={(index) => t("adminFlow.takeOption", { key: value[index]?.key ?? "" })}
        draw={(option, change) => (
          <div className="key-and-label">
            <Select
              label={t("adminFlow.key")}
              value={option.key}
              options={MENU_KEYS.filter((key) => key === option.key || free.includes(key)).map((key) => ({
                value: key,
                label: key,
              }))}
              onChange={(key) => change({ key: key as Option["key"] })}
            />
            <TextField
              label={t("adminFlow.optionLabel")}
              value={option.label}
              maxLength={120}
              onChange={(text) => change({ label: text })}
            />
          </div>
        )}
      />
    </FormSection>
  );
}
