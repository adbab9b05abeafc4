import { IconBook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findArticles } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { ArticleView } from "./article-view.tsx";
import { MarkedText } from "./marked-text.tsx";
import { suggestArticles } from "./suggest-articles.ts";
import "./knowledge.css";

interface ArticleResultsProps {
  /** The contact to whom an article is read; null where there is none. */
  contact: { interactionId: string; tenantId: string; queueName: string | null } | null;
  query: string;
  topicId: string | null;
}

export function ArticleResults({ contact, query, topicId }: ArticleResultsProps) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(null);
  const q = useSettled(query.trim());
  const queueName = contact?.queueName ?? null;
  const found = useQuery({
    queryKey: ["articles", q, topicId, queueName],
    queryFn: ({ signal }) =>
      suggestArticles({ query: q, topicId, queueName }, (search) => findArticles(search, signal)),
  });
  if (openId) return <ArticleView articleId={openId} contact={contact} onBack={() => setOpenId(null)} />;
  if (found.isPending) return <Skeleton lines={4} />;
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  const {
    why,
    found: { by, items },
  } = found.data;
  return (
    <>
      <p className="sm mut" role="status">
        {why === "query"
          ? t(`agentDesk.knowledge.by.${by}`)
          : t(`agentDesk.knowledge.why.${why}`, { queue: queueName ?? "" })}
      </p>
      {items.length === 0 && (
        <EmptyState>{t(`agentDesk.knowledge.${why === "topic" ? "noneForTopic" : "none"}`)}</EmptyState>
      )}
      <ul>
        {items.map((hit) => (
          <li key={hit.id}>
            <button type="button" className="article-hit" onClick={() => setOpenId(hit.id)}>
              <Glyph icon={IconBook} size={18} />
              <b className="article-title">
                <MarkedText parts={hit.title} />
              </b>
              <span className="dim">{hit.versionNumber !== null && `v${hit.versionNumber}`}</span>
              <span className="article-excerpt">
                <MarkedText parts={hit.excerpt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
