import { IconPaperclip, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Article, Audience } from "@vera/contracts/knowledge";
import { useId, useRef, useState } from "react";
import { attachToArticle, detachFromArticle } from "../../../../shared/api/admin/articles.ts";
import { attachmentUrl } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** The article's files: forms to fill in, plans. Kept at once, not with the draft. */
export function ArticleFiles({ article, readOnly }: { article: Article; readOnly: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const heading = useId();
  const input = useRef<HTMLInputElement>(null);
  const [internal, setInternal] = useState(false);
  const keep = (saved: Article): void => {
    queries.setQueryData(["admin-article", article.id], saved);
  };
  const audience: Audience = internal ? "internal" : "public";
  const add = useMutation({
    mutationFn: (file: File) => attachToArticle(article.id, { file, audience }),
    onSuccess: keep,
  });
  const takeOut = useMutation({
    mutationFn: (attachmentId: string) => detachFromArticle(article.id, attachmentId),
    onSuccess: keep,
  });
  const problem = add.error ?? takeOut.error;
  return (
    <section className="article-files" aria-labelledby={heading}>
      <h2 className="h2" id={heading}>
        {t("adminArticles.files")}
      </h2>
      {problem ? <ProblemNote error={problem} /> : null}
      <ul>
        {article.attachments.map((file) => (
          <li key={file.id}>
            <a href={attachmentUrl(article.id, file.id)}>{file.name}</a>
            <Tag tone="neutral">{t(`adminArticles.fileAudience.${file.audience}`)}</Tag>
            <span className="sp" />
            {!readOnly && (
              <IconButton
                label={t("adminArticles.takeOutFile", { name: file.name })}
                icon={IconTrash}
                size="small"
                onClick={() => takeOut.mutate(file.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className="row">
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t("adminArticles.attach")}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) add.mutate(file);
            }}
          />
          <Button icon={IconPaperclip} busy={add.isPending} onClick={() => input.current?.click()}>
            {t("adminArticles.attach")}
          </Button>
          <Checkbox checked={internal} onChange={setInternal}>
            {t("adminArticles.fileInternal")}
          </Checkbox>
        </div>
      )}
      <p className="sm mut">{t("adminArticles.filesHint")}</p>
    </section>
  );
}
