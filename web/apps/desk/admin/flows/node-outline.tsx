import { IconAlertOctagon, IconAlertTriangle, IconArrowRight } from "@tabler/icons-react";
import type { FlowProblem } from "@vera/contracts/ivr";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { hasErrors, problemsOfNode } from "./graph-problems.ts";
import { NODE_ICON } from "./node-look.ts";
import type { OutlineExit, OutlineNode } from "./outline.ts";
import { useFlowWords } from "./use-exit-words.ts";
import "./node-outline.css";

interface NodeOutlineProps {
  outline: readonly OutlineNode[];
  problems: readonly FlowProblem[];
  selectedId: string | null;
  start: string;
  onSelect: (nodeId: string) => void;
}

/** The flow as a list that can be read from top to bottom: each step with its ways out. */
export function NodeOutline({ outline, problems, selectedId, start, onSelect }: NodeOutlineProps) {
  const { t } = useTranslation();
  const words = useFlowWords();
  const names = new Map(outline.map(({ id, node }) => [id, words.node(node)]));
  return (
    <ol className="outline" aria-label={t("adminFlow.outline")}>
      {outline.map(({ id, node, depth, exits }) => (
        <li key={id} className={id === selectedId ? "outline-node outline-open" : "outline-node"}>
          <button
            type="button"
            className="outline-name row-open"
            aria-current={id === selectedId || undefined}
            onClick={() => onSelect(id)}
          >
            <Glyph icon={NODE_ICON[node.type]} size={18} />
            <span className="el">
              <b>{words.node(node)}</b>{" "}
              <span className="sm dim">
                {node.name ? `${words.kind(node)} · ` : ""}
                {id}
              </span>
            </span>
            {id === start && <span className="tag tag-accent">{t("adminFlow.startMark")}</span>}
            {depth === null && <span className="tag tag-off">{t("adminFlow.nobodyComes")}</span>}
            <NodeMark problems={problemsOfNode(problems, id)} />
          </button>
          {exits.length > 0 && (
            <ul className="outline-exits">
              {exits.map((exit) => (
                <ExitLine
                  key={exit.name}
                  exit={exit}
                  word={words.exit(exit)}
                  target={exit.to === null ? null : (names.get(exit.to) ?? null)}
                  onSelect={onSelect}
                />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

interface ExitLineProps {
  exit: OutlineExit;
  word: string;
  target: string | null;
  onSelect: (nodeId: string) => void;
}

function ExitLine({ exit, word, target, onSelect }: ExitLineProps) {
  const { t } = useTranslation();
  const { to, known, required } = exit;
  if (to === null && !required) return null;
  return (
    <li>
      <span className="el">{word}</span>
      <Glyph icon={IconArrowRight} size={14} />
      {to !== null && known ? (
        <button type="button" className="outline-target el" onClick={() => onSelect(to)}>
          {target}
        </button>
      ) : (
        <span className="outline-nowhere">{t(to === null ? "adminFlow.nowhere" : "adminFlow.gone")}</span>
      )}
    </li>
  );
}

function NodeMark({ problems }: { problems: readonly FlowProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const wrong = hasErrors(problems);
  return (
    <span className={wrong ? "outline-mark outline-mark-error" : "outline-mark"}>
      <Glyph icon={wrong ? IconAlertOctagon : IconAlertTriangle} />
      <span className="vh">{t("adminFlow.problems", { count: problems.length })}</span>
    </span>
  );
}
