import { useMutation } from "@tanstack/react-query";
import type { FlowDetail } from "@vera/contracts/ivr";
import { useState } from "react";
import { publishFlow } from "../../../../shared/api/admin/flows.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useChanged } from "../kit/use-changed.ts";
import { groupedProblems } from "./graph-problems.ts";
import { ProblemWords, WITH_DETAIL } from "./problem-words.tsx";
import type { FlowDraft } from "./use-flow-draft.ts";

interface PublishDialogProps {
  flow: FlowDetail;
  draft: FlowDraft;
  onClose: () => void;
}

/** The draft becomes what callers hear; warnings are read once more before. */
export function PublishDialog({ flow, draft, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const changed = useChanged("admin-flow", "admin-flows", "admin-flow-versions");
  const [note, setNote] = useState("");
  const publish = useMutation({
    mutationFn: () => publishFlow(flow.id, note.trim()),
    onSuccess: async (version) => {
      onClose();
      await changed(t("adminFlow.published", { version: version.version }));
    },
  });
  return (
    <Dialog
      title={t("adminFlow.publishAsk", { name: flow.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("admin.back")}</Button>
          <Button variant="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
            {t("adminFlow.publish")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {publish.error && <ProblemNote error={publish.error} />}
        <p>{t("adminFlow.publishExplain")}</p>
        {draft.problems.length > 0 && (
          <div className="flow-problem-boxes">
            {groupedProblems(draft.problems, WITH_DETAIL).map(({ problem, count }) => (
              <ProblemWords
                key={`${problem.nodeId}${problem.code}${problem.message}`}
                problem={problem}
                count={count}
              />
            ))}
          </div>
        )}
        <TextField
          label={t("adminFlow.note")}
          hint={t("adminFlow.noteHint")}
          value={note}
          maxLength={500}
          onChange={setNote}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
