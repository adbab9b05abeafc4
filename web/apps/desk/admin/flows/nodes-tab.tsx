import { IconSettings } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { moveRowFocus } from "../kit/row-focus.ts";
import { AddNode } from "./add-node.tsx";
import { FlowSettings } from "./flow-settings.tsx";
import { useFlowThings } from "./flow-things.ts";
import { NodeForm } from "./node-form.tsx";
import { NodeOutline } from "./node-outline.tsx";
import { outlineOf } from "./outline.ts";
import type { FlowDraft } from "./use-flow-draft.ts";

interface NodesTabProps {
  draft: FlowDraft;
  readOnly: boolean;
  /** null: what holds for the whole flow. */
  selected: string | null;
  onSelect: (nodeId: string | null) => void;
}

export function NodesTab({ draft, readOnly, selected, onSelect }: NodesTabProps) {
  const { t } = useTranslation();
  const { kinds } = useFlowThings();
  const list = useRef<HTMLDivElement>(null);
  useKey("down", () => moveRowFocus(list.current, 1));
  useKey("up", () => moveRowFocus(list.current, -1));
  const { graph, setGraph, problems } = draft;
  const shown = selected !== null && selected in graph.nodes ? selected : null;
  return (
    <div className="flow-nodes">
      <div className="flow-list" ref={list}>
        <div className="flow-list-head">
          <button
            type="button"
            className="outline-name"
            aria-current={shown === null || undefined}
            onClick={() => onSelect(null)}
          >
            <Glyph icon={IconSettings} size={18} />
            <b>{t("adminFlow.whole")}</b>
          </button>
          {!readOnly && (
            <AddNode
              graph={graph}
              onChange={(next, id) => {
                setGraph(next);
                onSelect(id);
              }}
            />
          )}
        </div>
        <NodeOutline
          outline={outlineOf(graph, kinds)}
          problems={problems}
          selectedId={shown}
          start={graph.start}
          onSelect={onSelect}
        />
      </div>
      <div className="flow-work">
        {shown === null ? (
          <FlowSettings graph={graph} problems={problems} readOnly={readOnly} onChange={setGraph} />
        ) : (
          <NodeForm
            key={shown}
            graph={graph}
            nodeId={shown}
            problems={problems}
            readOnly={readOnly}
            onChange={(next, id) => {
              setGraph(next);
              if (id !== undefined) onSelect(id);
            }}
          />
        )}
      </div>
    </div>
  );
}
