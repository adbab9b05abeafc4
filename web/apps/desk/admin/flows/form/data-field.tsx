import { useState } from "react";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { TextField } from "../../../../../shared/ui/text-field.tsx";
import { FormSection } from "../../kit/form-section.tsx";
import { RowList } from "../../kit/row-list.tsx";

type Data = Record<string, string | number | boolean>;

interface DataFieldProps {
  label: string;
  value: Data | undefined;
  onChange: (data: Data) => void;
}

interface Pair {
  name: string;
  value: string;
}

/** Names and values that the flow writes down for later. */
export function DataField({ label, value = {}, onChange }: DataFieldProps) {
  const { t } = useTranslation();
  // Two rows may have the same name while one is being typed, which a record cannot hold.
  const [pairs, setPairs] = useState<Pair[]>(() =>
    Object.entries(value).map(([name, one]) => ({ name, value: String(one) })),
  );
  const set = (next: Pair[]): void => {
    setPairs(next);
    onChange(
      Object.fromEntries(next.filter(({ name }) => name !== "").map((pair) => [pair.name, pair.value])),
    );
  };
  return (
    <FormSection title={label}>
      <RowList<Pair>
        label={label}
        tight
        rows={pairs}
        onChange={set}
        fresh={() => ({ name: "", value: "" })}
        add={t("adminFlow.addData")}
        takeOut={(index) => t("adminFlow.takeData", { number: index + 1 })}
        draw={(pair, change) => (
          <>
            <TextField
              label={t("adminFlow.field.variable")}
              value={pair.name}
              spellCheck={false}
              list="flow-variables"
              onChange={(name) => change({ name })}
            />
            <TextField
              label={t("adminFlow.conditionValue")}
              value={pair.value}
              onChange={(text) => change({ value: text })}
            />
          </>
        )}
      />
    </FormSection>
  );
}
