import { useMutation } from "@tanstack/react-query";
import type { Article, ArticleVersion } from "@vera/contracts/knowledge";
import { useState } from "react";
import { returnArticle, submitArticle } from "../../../../shared/api/admin/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { ConfirmDialog } from "../kit/confirm-dialog.tsx";

interface ReviewProps {
  articleId: string;
  draft: ArticleVersion;
  onDone: (saved: Article, words: string) => Promise<void>;
}

/** Sends the draft to whoever may publish. */
export function SubmitArticle({ articleId, draft, onDone }: ReviewProps) {
  const { t } = useTranslation();
  const submit = useMutation({
    mutationFn: () => submitArticle(articleId, { versionId: draft.id, revision: draft.revision }),
    onSuccess: (saved) => onDone(saved, t("adminArticles.submitted")),
  });
  return (
    <Button busy={submit.isPending} onClick={() => submit.mutate()}>
      {t("adminArticles.submit")}
    </Button>
  );
}

/** Gives the draft back and says what has to change. */
export function ReturnArticle({ articleId, draft, onDone }: ReviewProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const send = async (): Promise<void> => {
    const given = { versionId: draft.id, revision: draft.revision, note };
    await onDone(await returnArticle(articleId, given), t("adminArticles.gaveBack"));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("adminArticles.giveBack")}</Button>
      {asking && (
        <ConfirmDialog
          title={t("adminArticles.giveBackAsk", { title: draft.body.title })}
          verb={t("adminArticles.giveBack")}
          danger={false}
          act={send}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <TextArea
            label={t("adminArticles.giveBackNote")}
            value={note}
            onChange={setNote}
            rows={4}
            maxLength={2000}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
