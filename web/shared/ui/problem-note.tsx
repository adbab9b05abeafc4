import { IconAlertOctagon, IconRefresh } from "@tabler/icons-react";
import { useProblemText } from "../api/problem-text.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { Button } from "./button.tsx";
import { Glyph } from "./glyph.tsx";
import "./problem-note.css";

interface ProblemNoteProps {
  error: unknown;
  onRetry?: () => void;
  /** What was kept: "Tu texto quedó acá." */
  kept?: string;
}

/** What happened, what was kept, what to do, and the code to quote. Announced when it appears. */
export function ProblemNote({ error, onRetry, kept }: ProblemNoteProps) {
  const { t } = useTranslation();
  const problem = useProblemText(error);
  return (
    <div className="problem" role="alert">
      <Glyph icon={IconAlertOctagon} size={18} />
      <div>
        <p>
          {problem.text} {kept}
        </p>
        {problem.code && <p className="sm mut">{t("ui.problemCode", { code: problem.code })}</p>}
      </div>
      {onRetry && (
        <Button size="small" icon={IconRefresh} onClick={onRetry}>
          {t("ui.retry")}
        </Button>
      )}
    </div>
  );
}
