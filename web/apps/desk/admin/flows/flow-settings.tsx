import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { useFlowThings } from "./flow-things.ts";
import { groupedProblems, problemsOfNode } from "./graph-problems.ts";
import { ProblemWords, WITH_DETAIL } from "./problem-words.tsx";
import { useFlowWords } from "./use-exit-words.ts";

/** What a flow hands over at once where it does not say otherwise (contracts/ivr-nodes.ts). */
const USUAL_EMERGENCIES = ["911", "107"];

interface FlowSettingsProps {
  graph: FlowGraph;
  problems: readonly FlowProblem[];
  readOnly: boolean;
  onChange: (graph: FlowGraph) => void;
}

/** What holds for the whole flow: where it begins, who receives a broken call, which codes are handed over at once. */
export function FlowSettings({ graph, problems, readOnly, onChange }: FlowSettingsProps) {
  const { t } = useTranslation();
  const words = useFlowWords();
  const { emergencies } = useFlowThings();
  const nodes = Object.entries(graph.nodes).map(([id, node]) => ({
    value: id,
    label: `${words.node(node)} · ${id}`,
  }));
  const codes = graph.emergencyDialling ?? USUAL_EMERGENCIES;
  const own = problemsOfNode(problems, null);
  return (
    <fieldset className="flow-form" disabled={readOnly} aria-label={t("adminFlow.whole")}>
      <h2>{t("adminFlow.whole")}</h2>
      {own.length > 0 && (
        <div className="flow-problem-boxes" role="status">
          {groupedProblems(own, WITH_DETAIL).map(({ problem, count }) => (
            <ProblemWords key={`${problem.code}${problem.message}`} problem={problem} count={count} />
          ))}
        </div>
      )}
      <div className="form-grid">
        <Select
          label={t("adminFlow.start")}
          value={graph.start}
          options={nodes}
          onChange={(start) => onChange({ ...graph, start })}
        />
        <Select
          label={t("adminFlow.onError")}
          value={graph.onError ?? ""}
          placeholder={t("adminFlow.apology")}
          options={nodes}
          onChange={(id) => {
            const { onError: _, ...rest } = graph;
            onChange(id ? { ...rest, onError: id } : rest);
          }}
        />
      </div>
      <FormSection title={t("adminFlow.emergencies")} hint={t("adminFlow.emergenciesHint")}>
        <div className="flow-codes">
          {emergencies.map(({ code, name }) => (
            <Checkbox
              key={code}
              checked={codes.includes(code)}
              onChange={(on) =>
                onChange({
                  ...graph,
                  emergencyDialling: on ? [...codes, code] : codes.filter((one) => one !== code),
                })
              }
            >
              <b>{code}</b> {name}
            </Checkbox>
          ))}
        </div>
      </FormSection>
    </fieldset>
  );
}
