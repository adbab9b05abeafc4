import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../../shared/ui/select.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { MENU_KEYS } from "./options-field.tsx";
import { SayField } from "./say-field.tsx";

type CallbackOffer = NonNullable<NodeOf<"queue">["callback"]>;

interface CallbackOfferFieldProps {
  label: string;
  value: CallbackOffer | undefined;
  onChange: (offer: CallbackOffer | undefined) => void;
}

/** "Marcá 1 y te llamamos sin que pierdas el lugar." */
export function CallbackOfferField({ label, value, onChange }: CallbackOfferFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        checked={value !== undefined}
        onChange={(on) => onChange(on ? { key: "1", afterSeconds: 30 } : undefined)}
      >
        {label}
      </Checkbox>
      {value && (
        <div className="flow-case">
          <div className="form-grid">
            <Select
              label={t("adminFlow.key")}
              value={value.key}
              options={MENU_KEYS.map((key) => ({ value: key, label: key }))}
              onChange={(key) => onChange({ ...value, key: key as CallbackOffer["key"] })}
            />
            <NumberField
              label={t("adminFlow.afterSeconds")}
              min={0}
              max={3600}
              value={value.afterSeconds}
              onChange={(afterSeconds) => onChange({ ...value, afterSeconds: afterSeconds ?? 0 })}
            />
          </div>
          <SayField
            label={t("adminFlow.field.say")}
            value={value.say}
            required={false}
            onChange={(say) => {
              const { say: _, ...rest } = value;
              onChange(say ? { ...rest, say } : rest);
            }}
          />
        </div>
      )}
    </>
  );
}
