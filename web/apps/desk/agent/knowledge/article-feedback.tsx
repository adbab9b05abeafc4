import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { giveFeedback } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";

interface ArticleFeedbackProps {
  articleId: string;
  versionId: string;
}

/** "It helped" at one press; "something is wrong" with words, which the owner reads. */
export function ArticleFeedback({ articleId, versionId }: ArticleFeedbackProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const [comment, setComment] = useState("");
  const send = useMutation({
    mutationFn: (kind: "useful" | "wrong") =>
      giveFeedback(articleId, { versionId, kind, ...(kind === "wrong" ? { comment } : {}) }),
  });
  if (send.isSuccess) {
    return (
      <p className="sm mut article-feedback" role="status">
        {t("agentDesk.knowledge.thanks")}
      </p>
    );
  }
  return (
    <div className="article-feedback">
      {send.error && <ProblemNote error={send.error} />}
      {writing && (
        <TextArea
          label={t("agentDesk.knowledge.whatIsWrong")}
          value={comment}
          onChange={setComment}
          rows={3}
          maxLength={1000}
        />
      )}
      <div className="row">
        {writing ? (
          <>
            <Button
              size="small"
              busy={send.isPending}
              disabled={comment.trim() === ""}
              onClick={() => send.mutate("wrong")}
            >
              {t("agentDesk.knowledge.sendWrong")}
            </Button>
            <Button size="small" variant="ghost" onClick={() => setWriting(false)}>
              {t("agentDesk.knowledge.backFromWrong")}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" variant="ghost" busy={send.isPending} onClick={() => send.mutate("useful")}>
              {t("agentDesk.knowledge.useful")}
            </Button>
            <Button size="small" variant="ghost" onClick={() => setWriting(true)}>
              {t("agentDesk.knowledge.wrong")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
