import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { renamedNode, withExit, withNode, withoutNode, withSetting } from "./edit-graph.ts";
import { exitsOf } from "./exit-names.ts";
import { useFlowThings } from "./flow-things.ts";
import { NODE_FIELDS, type NodeField } from "./form/node-fields.ts";
import { NodeSetting } from "./form/node-setting.tsx";
import { groupedProblems, problemsOfNode } from "./graph-problems.ts";
import { ProblemWords, WITH_DETAIL } from "./problem-words.tsx";
import { useFlowWords } from "./use-exit-words.ts";

interface NodeFormProps {
  graph: FlowGraph;
  nodeId: string;
  problems: readonly FlowProblem[];
  readOnly: boolean;
  onChange: (graph: FlowGraph, selected?: string | null) => void;
}

/** One node: what is wrong with it first, then what it says and asks, then where each exit leads. */
export function NodeForm({ graph, nodeId, problems, readOnly, onChange }: NodeFormProps) {
  const { t } = useTranslation();
  const words = useFlowWords();
  const node = graph.nodes[nodeId];
  if (!node) return null;
  const change = (next: FlowNode): void => onChange(withNode(graph, nodeId, next));
  const fields: readonly NodeField[] = NODE_FIELDS[node.type];
  const own = problemsOfNode(problems, nodeId);
  return (
    <fieldset className="flow-form" disabled={readOnly} aria-label={words.node(node)}>
      <div className="row">
        <h2>{words.node(node)}</h2>
        <span className="sm dim">{words.kind(node)}</span>
      </div>
      {own.length > 0 && (
        <div className="flow-problem-boxes" role="status">
          {groupedProblems(own, WITH_DETAIL).map(({ problem, count }) => (
            <ProblemWords key={`${problem.code}${problem.message}`} problem={problem} count={count} />
          ))}
        </div>
      )}
      <div className="form-grid">
        <TextField
          label={t("admin.name")}
          value={node.name ?? ""}
          maxLength={120}
          placeholder={words.kind(node)}
          onChange={(name) => change(withSetting(node, "name", name === "" ? undefined : name))}
        />
        <NodeIdField
          key={nodeId}
          graph={graph}
          nodeId={nodeId}
          onRename={(to) => onChange(renamedNode(graph, nodeId, to), to)}
        />
      </div>
      <div className="flow-settings">
        {fields.map((field) => (
          <NodeSetting key={`${nodeId}-${field.name}`} field={field} node={node} onChange={change} />
        ))}
      </div>
      <ExitFields graph={graph} nodeId={nodeId} node={node} onChange={change} />
      {!readOnly && (
        <div className="row">
          <Button
            size="small"
            disabled={graph.start === nodeId}
            onClick={() => onChange({ ...graph, start: nodeId })}
          >
            {t("adminFlow.makeStart")}
          </Button>
          <span className="sp" />
          <ConfirmButton
            size="small"
            disabled={graph.start === nodeId}
            verb={t("adminFlow.removeNode")}
            question={t("adminFlow.removeNodeAsk", { name: words.node(node) })}
            explain={t("adminFlow.removeNodeExplain")}
            act={async () => onChange(withoutNode(graph, nodeId), null)}
          />
        </div>
      )}
    </fieldset>
  );
}

interface ExitFieldsProps {
  graph: FlowGraph;
  nodeId: string;
  node: FlowNode;
  onChange: (node: FlowNode) => void;
}

function ExitFields({ graph, nodeId, node, onChange }: ExitFieldsProps) {
  const { t } = useTranslation();
  const words = useFlowWords();
  const { kinds } = useFlowThings();
  const exits = exitsOf(node, kinds);
  const targets = Object.entries(graph.nodes).map(([id, target]) => ({
    value: id,
    label:
      id === nodeId ? t("adminFlow.itself", { name: words.node(target) }) : `${words.node(target)} · ${id}`,
  }));
  if (exits.length === 0) return null;
  return (
    <FormSection title={t("adminFlow.exits")} hint={t("adminFlow.exitsHint")}>
      <div className="form-grid">
        {exits.map((exit) => {
          const to = node.exits[exit.name] ?? "";
          const gone = to !== "" && !(to in graph.nodes);
          return (
            <Select
              key={exit.name}
              label={words.exit(exit)}
              value={to}
              placeholder={t(exit.required ? "adminFlow.nowhere" : "adminFlow.notUsed")}
              options={gone ? [...targets, { value: to, label: t("adminFlow.gone") }] : targets}
              error={exit.required && to === "" ? t("adminFlow.connect") : null}
              onChange={(next) => onChange(withExit(node, exit.name, next || null))}
            />
          );
        })}
      </div>
    </FormSection>
  );
}

interface NodeIdFieldProps {
  graph: FlowGraph;
  nodeId: string;
  onRename: (to: string) => void;
}

/** The id is changed when the field is left, so that no half-typed id wanders through the flow. */
function NodeIdField({ graph, nodeId, onRename }: NodeIdFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nodeId);
  const taken = typed !== nodeId && typed in graph.nodes;
  const wellFormed = /^[a-z0-9][a-z0-9-]{0,59}$/.test(typed);
  return (
    <TextField
      label={t("adminFlow.nodeId")}
      value={typed}
      spellCheck={false}
      onChange={setTyped}
      error={taken ? t("adminFlow.idTaken") : wellFormed ? null : t("admin.rule.code")}
      onBlur={() => {
        if (typed === nodeId) return;
        if (taken || !wellFormed) setTyped(nodeId);
        else onRename(typed);
      }}
    />
  );
}
