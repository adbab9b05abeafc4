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
import { ReturnArticle, SubmitArticle } from "./review-article.tsx";

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
  const changed = useChanged("admin-articles", "admin-article-versions", "article-care", "articles");
  const { draft } = article;
  const took = async (saved: Article, words: string): Promise<void> => {
    queries.setQueryData(["admin-article", article.id], saved);
    await changed(words);
  };
  const submit = draft?.state === "draft" && !dirty && (
    <SubmitArticle draft={draft} articleId={article.id} onDone={took} />
  );
  if (!canIn("article.publish", article.tenantId)) return submit || null;
  return (
    <>
      {submit}
      {draft?.state === "review" && !dirty && (
        <ReturnArticle draft={draft} articleId={article.id} onDone={took} />
      )}
      {draft && !dirty ? (
        <PublishArticle
          title={draft.body.title}
          act={async () => {
            const saved = await publishArticle(article.id, { versionId: draft.id, revision: draft.revision });
            await took(saved, t("adminArticles.published"));
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
