import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../../shared/ui/select.tsx";
import { TextField } from "../../../../../shared/ui/text-field.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { withSetting } from "../edit-graph.ts";
import { CallbackOfferField } from "./callback-offer-field.tsx";
import { CasesField } from "./cases-field.tsx";
import { DataField } from "./data-field.tsx";
import { MessagesField } from "./messages-field.tsx";
import type { NodeField } from "./node-fields.ts";
import { OptionsField } from "./options-field.tsx";
import { SayField } from "./say-field.tsx";
import { ThingField } from "./thing-field.tsx";

export interface NodeSettingProps {
  field: NodeField;
  node: FlowNode;
  onChange: (node: FlowNode) => void;
}

/** One setting of a node. Its value is what the contract says for the kind of field; the server checks it again. */
export function NodeSetting({ field, node, onChange }: NodeSettingProps) {
  const { t } = useTranslation();
  const value = (node as FlowNode & Record<string, unknown>)[field.name];
  const set = (next: unknown): void => onChange(withSetting(node, field.name, next));
  const label = t(`adminFlow.field.${field.name}`);
  switch (field.kind) {
    case "say":
      return <SayField label={label} value={value as never} onChange={set} required={field.required} />;
    case "number":
      return (
        <NumberField
          label={label}
          min={field.min}
          max={field.max}
          {...(field.usual === undefined ? {} : { placeholder: String(field.usual) })}
          value={(value as number | undefined) ?? null}
          onChange={(next) => set(next ?? undefined)}
          error={field.required && value === undefined ? t("admin.rule.required") : null}
        />
      );
    case "tick":
      return (
        <Checkbox
          checked={(value as boolean | undefined) ?? field.usual}
          onChange={(next) => set(next === field.usual ? undefined : next)}
        >
          {label}
        </Checkbox>
      );
    case "choice":
      return (
        <Select
          label={label}
          value={(value as string | undefined) ?? field.usual}
          options={field.options.map((option, index) => ({
            value: option,
            label: t(`adminFlow.choice.${field.name}.${index}`),
          }))}
          onChange={(next) => set(next === field.usual ? undefined : next)}
        />
      );
    case "phone":
    case "variable":
      return (
        <TextField
          label={label}
          value={(value as string | undefined) ?? ""}
          onChange={set}
          spellCheck={false}
          hint={t(`adminFlow.hint.${field.kind}`)}
          {...(field.kind === "phone" ? { type: "tel" } : { list: "flow-variables" })}
        />
      );
    case "queue":
    case "calendar":
    case "flow":
    case "emergency":
    case "prompt":
      return (
        <ThingField kind={field.kind} label={label} value={value as string | undefined} onChange={set} />
      );
    case "options":
      return <OptionsField label={label} value={value as never} onChange={set} />;
    case "cases":
      return <CasesField label={label} value={value as never} onChange={set} />;
    case "data":
      return <DataField label={label} value={value as never} onChange={set} />;
    case "messages":
      return <MessagesField label={label} value={value as never} onChange={set} />;
    case "callback-offer":
      return <CallbackOfferField label={label} value={value as never} onChange={set} />;
  }
}
