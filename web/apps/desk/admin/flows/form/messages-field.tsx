import type { Say } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { FormSection } from "../../kit/form-section.tsx";
import { RowList } from "../../kit/row-list.tsx";
import { SayField } from "./say-field.tsx";

interface MessagesFieldProps {
  label: string;
  value: Say[] | undefined;
  onChange: (messages: Say[] | undefined) => void;
}

/** Said in turn while the person waits, one with each announcement. */
export function MessagesField({ label, value = [], onChange }: MessagesFieldProps) {
  const { t } = useTranslation();
  const rows = value.map((say) => ({ say }));
  return (
    <FormSection title={label} hint={t("adminFlow.messagesHint")}>
      <RowList<{ say: Say }>
        label={label}
        rows={rows}
        onChange={(next) => onChange(next.length === 0 ? undefined : next.map(({ say }) => say))}
        most={10}
        fresh={() => ({ say: [{ text: t("adminFlow.say.newText") }] })}
        add={t("adminFlow.addMessage")}
        takeOut={(index) => t("adminFlow.takeMessage", { number: index + 1 })}
        draw={(row, change, index) => (
          <SayField
            label={t("adminFlow.message", { number: index + 1 })}
            value={row.say}
            required
            onChange={(say) => say && change({ say })}
          />
        )}
      />
    </FormSection>
  );
}
