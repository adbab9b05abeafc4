import { type Condition, type NodeOf, OPERATORS } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../../shared/ui/select.tsx";
import { TextField } from "../../../../../shared/ui/text-field.tsx";
import { FormSection } from "../../kit/form-section.tsx";
import { RowList } from "../../kit/row-list.tsx";
import { conditionValue, shownValue, takesValue } from "./condition-value.ts";
import "./rows.css";

type Case = NodeOf<"branch">["cases"][number];

interface CasesFieldProps {
  label: string;
  value: Case[] | undefined;
  onChange: (cases: Case[]) => void;
}

/** The first case whose conditions all hold is taken. */
export function CasesField({ label, value = [], onChange }: CasesFieldProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={label} hint={t("adminFlow.casesHint")}>
      <RowList<Case>
        label={label}
        rows={value}
        onChange={onChange}
        least={1}
        most={30}
        fresh={() => ({
          exit: `case-${value.length + 1}`,
          when: [{ variable: "caller.number", operator: "known" }],
        })}
        add={t("adminFlow.addCase")}
        takeOut={(index) => t("adminFlow.takeCase", { number: index + 1 })}
        draw={(one, change, index) => (
          <div className="flow-case">
            <TextField
              label={t("adminFlow.caseExit")}
              value={one.exit}
              spellCheck={false}
              onChange={(exit) => change({ exit })}
            />
            <Conditions
              label={t("adminFlow.conditionsOf", { number: index + 1 })}
              value={one.when}
              onChange={(when) => change({ when })}
            />
          </div>
        )}
      />
    </FormSection>
  );
}

interface ConditionsProps {
  label: string;
  value: readonly Condition[];
  onChange: (conditions: Condition[]) => void;
}

function Conditions({ label, value, onChange }: ConditionsProps) {
  const { t } = useTranslation();
  return (
    <RowList<Condition>
      label={label}
      tight
      rows={value}
      onChange={onChange}
      least={1}
      most={10}
      fresh={() => ({ variable: "caller.number", operator: "known" })}
      add={t("adminFlow.addCondition")}
      takeOut={(index) => t("adminFlow.takeCondition", { number: index + 1 })}
      draw={(condition, _change, index) => {
        const put = (next: Condition): void =>
          onChange(value.map((other, at) => (at === index ? next : other)));
        return (
          <>
            <TextField
              label={t("adminFlow.field.variable")}
              value={condition.variable}
              list="flow-variables"
              spellCheck={false}
              onChange={(variable) => put({ ...condition, variable })}
            />
            <Select
              label={t("adminFlow.operatorLabel")}
              value={condition.operator}
              options={OPERATORS.map((operator) => ({
                value: operator,
                label: t(`adminFlow.operator.${operator}`),
              }))}
              onChange={(operator) =>
                put(
                  conditionValue(
                    { ...condition, operator: operator as Condition["operator"] },
                    shownValue(condition),
                  ),
                )
              }
            />
            {takesValue(condition.operator) && (
              <TextField
                label={t("adminFlow.conditionValue")}
                value={shownValue(condition)}
                onChange={(text) => put(conditionValue(condition, text))}
              />
            )}
          </>
        );
      }}
    />
  );
}
