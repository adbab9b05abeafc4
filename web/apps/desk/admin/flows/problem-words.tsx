import { IconAlertOctagon, IconAlertTriangle } from "@tabler/icons-react";
import type { FlowProblem } from "@vera/contracts/ivr";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import "./problem-words.css";

/** Said by a code alone these would say too little: the server's own words follow. */
export const WITH_DETAIL = new Set(["bad-setting", "schema", "unknown-data", "endless-loop", "silent-loop"]);

export function ProblemWords({ problem, count = 1 }: { problem: FlowProblem; count?: number }) {
  const { t } = useTranslation();
  const said = t([`adminFlow.problem.${problem.code}`]);
  const unknown = said.startsWith("adminFlow.");
  const error = problem.severity === "error";
  return (
    <span className={error ? "flow-problem flow-problem-error" : "flow-problem"}>
      <Glyph icon={error ? IconAlertOctagon : IconAlertTriangle} size={14} />
      <span>
        <span className="vh">{t(`adminFlow.severity.${problem.severity}`)}</span>
        {unknown ? problem.message : said}
        {count > 1 && ` (${count})`}
        {WITH_DETAIL.has(problem.code) && <span className="sm flow-problem-detail">{problem.message}</span>}
      </span>
    </span>
  );
}
