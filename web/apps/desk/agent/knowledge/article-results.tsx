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
import { NotFoundNote } from "./not-found-note.tsx";
import "./knowledge.css";

interface ArticleResultsProps {
  /** The contact to whom an article is read; null where there is none. */
  contact: { interactionId: string; tenantId: string } | null;
  query: string;
  topicId: string | null;
}

export function ArticleResults({ contact, query, topicId }: ArticleResultsProps) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(null);
  const q = useSettled(query.trim());
  const found = useQuery({
    queryKey: ["articles", q, topicId],
    queryFn: ({ signal }) => findArticles({ ...(q ? { q } : {}), topicId }, signal),
  });
  if (openId) return <ArticleView articleId={openId} contact={contact} onBack={() => setOpenId(null)} />;
  if (found.isPending) return <Skeleton lines={4} />;
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <p className="sm mut" role="status">
        {q !== "" && t(`agentDesk.knowledge.by.${found.data.by}`)}
      </p>
      {found.data.items.length === 0 && (
        <EmptyState>{t(q ? "agentDesk.knowledge.none" : "agentDesk.knowledge.noneForTopic")}</EmptyState>
      )}
      <ul>
        {found.data.items.map((hit) => (
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
      {contact && q.length > 1 && (
        <NotFoundNote
          key={q}
          tenantId={contact.tenantId}
          asked={q}
          topicId={topicId}
          nothing={found.data.by === "nothing"}
        />
      )}
    </>
  );
}
