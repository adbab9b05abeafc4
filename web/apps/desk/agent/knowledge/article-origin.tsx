import { IconPaperclip } from "@tabler/icons-react";
import type { Article } from "@vera/contracts/knowledge";
import { attachmentUrl } from "../../../../shared/api/articles.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";

/** Where the text comes from and until when it holds; its files. */
export function ArticleOrigin({ article }: { article: Article }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const body = article.published?.body;
  if (!body) return null;
  const facts = [
    body.owner,
    body.norm,
    body.validTo && t("agentDesk.knowledge.validTo", { day: formats.date(`${body.validTo}T15:00:00Z`) }),
  ].filter(Boolean);
  return (
    <>
      {article.attachments.length > 0 && (
        <ul className="article-files" aria-label={t("agentDesk.knowledge.files")}>
          {article.attachments.map((file) => (
            <li key={file.id}>
              <Glyph icon={IconPaperclip} size={16} />{" "}
              <a href={attachmentUrl(article.id, file.id)}>{file.name}</a>{" "}
              <span className="dim">{formats.bytes(file.bytes)}</span>
              {file.audience === "internal" && (
                <span className="dim"> · {t("agentDesk.knowledge.fileInternal")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <p className="sm mut article-origin">{facts.join(" · ")}</p>}
    </>
  );
}
