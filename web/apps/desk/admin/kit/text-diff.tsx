import { useMemo } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { type DiffLine, diffLines, foldDiff } from "./diff-lines.ts";
import "./text-diff.css";

const SIGN = { same: " ", added: "+", removed: "−" };

interface TextDiffProps {
  before: string;
  after: string;
}

/** What differs, line by line; sign and word besides the tint, so that it reads in grey and aloud. */
export function TextDiff({ before, after }: TextDiffProps) {
  const { t } = useTranslation();
  const chunks = useMemo(() => foldDiff(diffLines(before, after)), [before, after]);
  if (before === after) return <EmptyState>{t("admin.noDifference")}</EmptyState>;
  return (
    // Scrolls by itself, so it takes the focus for the arrow keys (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="diff" tabIndex={0} aria-label={t("admin.difference")}>
      {chunks.map((chunk, index) =>
        chunk.kind === "hidden" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: chunks have no name of their own
          <p key={index} className="diff-hidden">
            {t("admin.sameLines", { count: chunk.count })}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: chunks have no name of their own
          <div key={index}>
            {chunk.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are what they are by their place
              <DiffRow key={at} line={line} />
            ))}
          </div>
        ),
      )}
    </section>
  );
}

function DiffRow({ line }: { line: DiffLine }) {
  const { t } = useTranslation();
  return (
    <pre className={`diff-line diff-${line.kind}`}>
      <span aria-hidden="true">{SIGN[line.kind]} </span>
      {line.kind !== "same" && <span className="vh">{t(`admin.diff.${line.kind}`)} </span>}
      {line.text}
    </pre>
  );
}
