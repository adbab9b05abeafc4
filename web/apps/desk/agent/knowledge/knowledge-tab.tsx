import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import { useDraft } from "../use-draft.ts";
import { ArticleResults } from "./article-results.tsx";
import "./knowledge.css";

interface KnowledgeTabProps {
  interactionId: string;
  tenantId: string;
  queueName: string | null;
}

/** Search in the right column; an article opens in place. */
export function KnowledgeTab({ interactionId, tenantId, queueName }: KnowledgeTabProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [draft] = useDraft(interactionId);
  return (
    <div className="knowledge">
      <SearchBox label={t("agentDesk.knowledge.search")} value={query} onChange={setQuery} />
      <ArticleResults
        contact={{ interactionId, tenantId, queueName }}
        query={query}
        topicId={query.trim() ? null : draft.topicId}
      />
    </div>
  );
}
