import { IconBook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { findArticles } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { useDraft } from "../use-draft.ts";
import { MarkedText } from "./marked-text.tsx";

const SHOWN = 3;

/** "Para este tema": the first articles, once a topic is chosen. */
export function TopicArticles({ interactionId, onOpen }: { interactionId: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const [draft] = useDraft(interactionId);
  const found = useQuery({
    queryKey: ["articles", "", draft.topicId],
    queryFn: ({ signal }) => findArticles({ topicId: draft.topicId }, signal),
    enabled: draft.topicId !== null,
  });
  const hits = draft.topicId === null ? [] : (found.data?.items ?? []).slice(0, SHOWN);
  if (hits.length === 0) return null;
  return (
    <section aria-label={t("agentDesk.knowledge.forTopic")}>
      <div className="sec-head">
        <h2 className="h2">{t("agentDesk.knowledge.forTopic")}</h2>
      </div>
      {hits.map((hit, index) => (
        <button type="button" key={hit.id} className="side-row" onClick={onOpen}>
          <Glyph icon={IconBook} size={18} />
          <span className={index === 0 ? "el b" : "el"}>
            <MarkedText parts={hit.title} />
          </span>
          <span className="dim">{hit.versionNumber !== null && `v${hit.versionNumber}`}</span>
          <span className="side-second el">
            <MarkedText parts={hit.excerpt} />
          </span>
        </button>
      ))}
    </section>
  );
}
