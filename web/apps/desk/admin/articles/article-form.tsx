import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { listAllTopics } from "../../../../shared/api/admin/topics.ts";
import { topicWords } from "../../../../shared/format/topic-words.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { PickMany } from "../kit/pick-many.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import type { useAdminForm } from "../kit/use-admin-form.ts";
import { type ArticleFields, SECTIONS } from "./article-fields.ts";
import { ArticleLife } from "./article-life.tsx";

interface ArticleFormProps {
  form: ReturnType<typeof useAdminForm<ArticleFields, never>>;
  isNew: boolean;
  readOnly: boolean;
  /** Under the fields: the files of an article that exists. */
  children?: ReactNode;
}

/** The procedure template: plain texts in the order in which people ask. */
export function ArticleForm({ form, isNew, readOnly, children }: ArticleFormProps) {
  const { t } = useTranslation();
  const topics = useQuery({ queryKey: ["admin-topics"], queryFn: listAllTopics }).data?.topics ?? [];
  const words = topicWords(topics);
  useKey("send", readOnly || !form.dirty ? null : form.send);
  return (
    <form ref={form.ref} className="article-form" noValidate onSubmit={form.onSubmit}>
      <fieldset disabled={readOnly}>
        {form.problem ? (
          <div className="full">
            <ProblemNote error={form.problem} kept={t("admin.kept")} />
          </div>
        ) : null}
        <div className="stack">
          <TextField {...form.text("title")} label={t("adminArticles.field.title")} maxLength={160} />
          <TextArea
            {...form.text("summary")}
            label={t("adminArticles.field.summary")}
            hint={t("adminArticles.summaryHint")}
            rows={3}
            maxLength={600}
          />
          {SECTIONS.map((section) => (
            <TextArea
              key={section}
              {...form.text(section)}
              label={t(`adminArticles.field.${section}`)}
              rows={section === "whatDoINeed" ? 6 : 3}
              maxLength={8000}
              hint={section === "whatDoINeed" ? t("adminArticles.listHint") : undefined}
            />
          ))}
        </div>
        <div className="stack">
          {isNew && <TenantField permission="article.edit" {...form.text("tenantId")} />}
          <PickMany
            label={t("adminArticles.topics")}
            search={t("adminArticles.findTopic")}
            options={topics
              .filter(({ active }) => active)
              .map(({ id, name, path }) => ({
                id,
                label: name,
                hint: path.slice(0, -1).join(" › "),
                words: words.get(id) ?? name,
              }))}
            value={form.fields.topicIds}
            onChange={(topicIds) => form.set({ topicIds })}
            error={form.error("topicIds")}
            disabled={readOnly}
          />
          <ArticleLife form={form} />
          <TextField
            {...form.text("onlineUrl")}
            label={t("adminArticles.field.onlineUrl")}
            type="url"
            placeholder="https://"
            maxLength={500}
          />
          <TextArea
            {...form.text("keywords")}
            label={t("adminArticles.field.keywords")}
            hint={t("adminArticles.keywordsHint")}
            rows={3}
          />
          <TextArea
            {...form.text("agentNote")}
            label={t("adminArticles.field.agentNote")}
            hint={t("adminArticles.agentNoteHint")}
            rows={5}
            maxLength={8000}
          />
          {children}
        </div>
      </fieldset>
    </form>
  );
}
