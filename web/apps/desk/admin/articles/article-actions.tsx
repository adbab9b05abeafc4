import { useQueryClient } from "@tanstack/react-query";
import type { Article } from "@vera/contracts/knowledge";
import { useLocation } from "wouter";
import { publishArticle, retireArticle } from "../../../../shared/api/admin/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { forgetUnsaved } from "../kit/unsaved.ts";
import { useChanged } from "../kit/use-changed.ts";
import { PublishArticle } from "./publish-article.tsx";

interface ArticleActionsProps {
  article: Article;
  dirty: boolean;
}

/** Publish the draft, retire the article. */
export function ArticleActions({ article, dirty }: ArticleActionsProps) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const changed = useChanged("admin-articles", "admin-article-versions", "articles");
  if (!canIn("article.publish", article.tenantId)) return null;
  const { draft } = article;
  return (
    <>
      {draft && !dirty ? (
        <PublishArticle
          title={draft.body.title}
          act={async () => {
            const saved = await publishArticle(article.id, { versionId: draft.id, revision: draft.revision });
            queries.setQueryData(["admin-article", article.id], saved);
            await changed(t("adminArticles.published"));
          }}
        />
      ) : (
        <Button
          variant="primary"
          disabled
          data-tip={t(dirty ? "adminArticles.saveFirst" : "adminArticles.nothingNew")}
        >
          {t("adminArticles.publish")}
        </Button>
      )}
      <ConfirmButton
        verb={t("adminArticles.retire")}
        question={t("adminArticles.retireAsk")}
        explain={t("adminArticles.retireExplain")}
        act={() => retireArticle(article.id)}
        onDone={() => {
          forgetUnsaved();
          go("/admin/articles");
          void changed(t("adminArticles.retired"));
        }}
      />
    </>
  );
}
