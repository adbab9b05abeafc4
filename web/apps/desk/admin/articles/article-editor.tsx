import { IconArrowLeft } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { Article } from "@vera/contracts/knowledge";
import { useState } from "react";
import { Link } from "wouter";
import { createArticle, saveArticleDraft } from "../../../../shared/api/admin/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { ArticleActions } from "./article-actions.tsx";
import { type ArticleFields, articleFields, toBody } from "./article-fields.ts";
import { ArticleFiles } from "./article-files.tsx";
import { ArticleForm } from "./article-form.tsx";
import { ArticleVersions } from "./article-versions.tsx";
import "./article-editor.css";

interface ArticleEditorProps {
  /** null: a new one. */
  article: Article | null;
  onCreated: (articleId: string) => void;
}

/** An article over the whole width: the draft as a form, and every version before. */
export function ArticleEditor({ article, onCreated }: ArticleEditorProps) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const queries = useQueryClient();
  const home = useHomeTenant("article.edit");
  const changed = useChanged("admin-articles", "admin-article-versions", "article-care", "articles");
  const [tab, setTab] = useState<"text" | "versions">("text");
  const form = useAdminForm<ArticleFields, Article>({
    initial: fieldsOf(article, home),
    check: ({ title, onlineUrl, validFrom, validTo }) => ({
      validTo: validFrom && validTo && validTo < validFrom ? t("adminArticles.daysReversed") : null,
      title: title.trim().length < 3 ? t("adminArticles.titleShort") : null,
      onlineUrl:
        onlineUrl.trim() === "" || onlineUrl.startsWith("https://") ? null : t("adminArticles.https"),
    }),
    save: (fields) => {
      const { topicIds, tenantId } = fields;
      const body = toBody(fields);
      return article
        ? saveArticleDraft(article.id, { revision: article.draft?.revision ?? 0, topicIds, body })
        : createArticle({ tenantId, topicIds, body });
    },
    onSaved: async (saved) => {
      queries.setQueryData(["admin-article", saved.id], saved);
      await changed(t("adminArticles.draftSaved"));
      if (!article) onCreated(saved.id);
      return fieldsOf(saved, home);
    },
    keys: { topicNotFound: "topicIds" },
    paths: Object.fromEntries(
      (["title", "summary", "onlineUrl", "keywords", "requiredData", "owner", "norm"] as const).map(
        (name) => [`body/${name}`, name],
      ),
    ),
  });
  const readOnly = article !== null && !canIn("article.edit", article.tenantId);
  return (
    <main className="article-editor admin-full">
      <header className="flow-head">
        <Link
          href="/admin/articles"
          className="btn btn-icon btn-ghost"
          aria-label={t("adminArticles.backToList")}
          data-tip={t("adminArticles.backToList")}
        >
          <Glyph icon={IconArrowLeft} />
        </Link>
        <h1 className="el">{form.fields.title || t("adminArticles.new")}</h1>
        {article && <span className="mut sm nw">{tenantName(article.tenantId)}</span>}
        {article && <ArticleTags article={article} />}
        <span className="sp" />
        <span className="sm mut nw" role="status">
          {form.dirty ? t("adminArticles.unsaved") : ""}
        </span>
        {!readOnly && (
          <Button busy={form.busy} disabled={!form.dirty} onClick={form.send}>
            {t("adminArticles.saveDraft")}
          </Button>
        )}
        {article && <ArticleActions article={article} dirty={form.dirty} />}
      </header>
      {article?.draft?.returnNote && (
        <p className="article-returned" role="note">
          <b>{t("adminArticles.returnedBy", { name: article.draft.returnedByName ?? "" })}</b>{" "}
          {article.draft.returnNote}
        </p>
      )}
      {article && (
        <Tabs
          group="article"
          label={form.fields.title}
          tabs={(["text", "versions"] as const).map((id) => ({ id, label: t(`adminArticles.tab.${id}`) }))}
          value={tab}
          onChange={setTab}
        />
      )}
      {article ? (
        <TabPanel group="article" id={tab} className="flow-body">
          {tab === "text" ? (
            <ArticleForm form={form} isNew={false} readOnly={readOnly}>
              <ArticleFiles article={article} readOnly={readOnly} />
            </ArticleForm>
          ) : (
            <ArticleVersions articleId={article.id} />
          )}
        </TabPanel>
      ) : (
        <ArticleForm form={form} isNew readOnly={false} />
      )}
    </main>
  );
}

/** What is told now, whether it may be, and where the draft stands. */
function ArticleTags({ article: { published, validity, draft } }: { article: Article }) {
  const { t } = useTranslation();
  return (
    <>
      {published && (
        <Tag tone="ready">{t("adminArticles.publishedVersion", { version: published.number })}</Tag>
      )}
      {validity && validity !== "in-force" && (
        <Tag tone="risk">{t(`adminArticles.validity.${validity}`)}</Tag>
      )}
      {draft && (
        <Tag tone={draft.state === "review" ? "wait" : "neutral"}>
          {t(`adminArticles.state.${draft.state}`)}
        </Tag>
      )}
    </>
  );
}

function fieldsOf(article: Article | null, home: string): ArticleFields {
  return articleFields((article?.draft ?? article?.published)?.body ?? null, {
    topicIds: article?.topicIds ?? [],
    tenantId: article?.tenantId ?? home,
  });
}
