import { IconChevronDown, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { groupedProblems } from "./graph-problems.ts";
import { ProblemWords, WITH_DETAIL } from "./problem-words.tsx";
import { useFlowWords } from "./use-exit-words.ts";
import type { FlowDraft } from "./use-flow-draft.ts";

interface ProblemsFootProps {
  draft: FlowDraft;
  onSelect: (nodeId: string | null) => void;
}

/** How many things are wrong, and the list of them; pressing one opens its step. */
export function ProblemsFoot({ draft, onSelect }: ProblemsFootProps) {
  const { t } = useTranslation();
  const words = useFlowWords();
  const [open, setOpen] = useState(false);
  const { problems, graph, checked } = draft;
  const nameOf = (nodeId: string | null): string => {
    const node = nodeId === null ? undefined : graph.nodes[nodeId];
    return node ? words.node(node) : t("adminFlow.whole");
  };
  return (
    <footer className="flow-foot">
      {open && problems.length > 0 && (
        <ul className="flow-problems" id="flow-problem-list" aria-label={t("adminFlow.problemList")}>
          {groupedProblems(problems, WITH_DETAIL).map(({ problem, count }) => (
            <li key={`${problem.nodeId}${problem.code}${problem.message}`}>
              <button type="button" onClick={() => onSelect(problem.nodeId)}>
                <b className="sm">{nameOf(problem.nodeId)}</b>
                <ProblemWords problem={problem} count={count} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {problems.length === 0 ? (
          <span className="flow-fine" role="status">
            <Glyph icon={IconCircleCheck} />
            {t(checked ? "adminFlow.noProblems" : "adminFlow.checking")}
          </span>
        ) : (
          <Button
            variant="ghost"
            size="small"
            icon={IconChevronDown}
            aria-expanded={open}
            aria-controls="flow-problem-list"
            onClick={() => setOpen(!open)}
          >
            {t("adminFlow.problems", { count: problems.length })}
          </Button>
        )}
        <span className="sp" />
        <span className="sm dim">{t("adminFlow.nodeCount", { count: Object.keys(graph.nodes).length })}</span>
      </div>
    </footer>
  );
}
