import { IconArrowLeft, IconCheck, IconSpeakerphone } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ArticleBody } from "@vera/contracts/knowledge";
import { openArticle, readToCitizen } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { PlainText } from "../../../../shared/ui/plain-text.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import "./knowledge.css";

interface ArticleViewProps {
  articleId: string;
  contact: { interactionId: string } | null;
  onBack?: () => void;
}

const SECTIONS = [
  "whatIsIt",
  "forWhom",
  "whatDoINeed",
  "cost",
  "where",
  "online",
] as const satisfies readonly (keyof ArticleBody)[];

/** The published version; "leer al ciudadano" keeps which version was read to whom. */
export function ArticleView({ articleId, contact, onBack }: ArticleViewProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const article = useQuery({ queryKey: ["article", articleId], queryFn: () => openArticle(articleId) });
  const version = article.data?.published;
  const read = useMutation({
    mutationFn: (versionId: string) =>
      readToCitizen(articleId, { versionId, interactionId: contact?.interactionId ?? "" }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["interaction", contact?.interactionId] }),
  });
  if (article.isPending) return <Skeleton lines={6} />;
  if (article.error) return <ProblemNote error={article.error} onRetry={() => void article.refetch()} />;
  if (!version) return <p className="mut">{t("agentDesk.knowledge.unpublished")}</p>;
  const { body } = version;
  return (
    <article className="article">
      {onBack && (
        <Button variant="ghost" size="small" icon={IconArrowLeft} onClick={onBack}>
          {t("agentDesk.knowledge.back")}
        </Button>
      )}
      <div className="row">
        <h2>{body.title}</h2>
        <span className="dim">v{version.number}</span>
        {article.data.demo && <Tag tone="neutral">{t("agentDesk.knowledge.demo")}</Tag>}
      </div>
      {body.summary && <p className="article-summary">{body.summary}</p>}
      {SECTIONS.filter((section) => body[section] !== "").map((section) => (
        <section key={section}>
          <h3>{t(`agentDesk.knowledge.section.${section}`)}</h3>
          <PlainText text={body[section]} />
        </section>
      ))}
      {body.onlineUrl && (
        <a href={body.onlineUrl} target="_blank" rel="noreferrer">
          {body.onlineUrl}
        </a>
      )}
      {body.agentNote && (
        <section className="article-note">
          <h3>{t("agentDesk.knowledge.agentNote")}</h3>
          <PlainText text={body.agentNote} />
        </section>
      )}
      {contact && (
        <div className="article-foot">
          {read.error && <ProblemNote error={read.error} />}
          <Button
            variant="primary"
            icon={read.data ? IconCheck : IconSpeakerphone}
            busy={read.isPending}
            disabled={read.data !== undefined}
            onClick={() => read.mutate(version.id)}
          >
            {t(read.data ? "agentDesk.knowledge.wasRead" : "agentDesk.knowledge.read")}
          </Button>
          {read.data && (
            <span className="sm mut" role="status">
              {t("agentDesk.knowledge.readVersion", { number: read.data.versionNumber })}
            </span>
          )}
        </div>
      )}
    </article>
  );
}
