import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ConfirmDialog } from "../kit/confirm-dialog.tsx";

interface PublishArticleProps {
  title: string;
  act: () => Promise<void>;
}

export function PublishArticle({ title, act }: PublishArticleProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {t("adminArticles.publish")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("adminArticles.publishAsk", { title })}
          verb={t("adminArticles.publish")}
          danger={false}
          act={act}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>{t("adminArticles.publishExplain")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
