import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { useId, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { graphText } from "./edit-graph.ts";
import { readGraph } from "./read-graph.ts";

interface JsonEditorProps {
  graph: FlowGraph;
  readOnly: boolean;
  onChange: (graph: FlowGraph) => void;
}

/** The whole flow as text; what is not JSON yet stays here with its place, and the rest of the editor keeps what was. */
export function JsonEditor({ graph, readOnly, onChange }: JsonEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(() => graphText(graph));
  const read = readGraph(text);
  return (
    <div className="flow-json">
      <label className="vh" htmlFor={id}>
        {t("adminFlow.json")}
      </label>
      <textarea
        id={id}
        className="input"
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        aria-invalid={read.graph ? undefined : true}
        aria-describedby={`${id}-state`}
        onChange={(event) => {
          setText(event.target.value);
          const next = readGraph(event.target.value);
          if (next.graph) onChange(next.graph);
        }}
      />
      <p className={read.graph ? "sm dim" : "sm field-error"} id={`${id}-state`} role="status">
        {read.graph
          ? t("adminFlow.jsonFine")
          : read.line === null
            ? t("adminFlow.jsonNoFlow")
            : t("adminFlow.jsonWrong", { line: read.line })}
      </p>
    </div>
  );
}
