import { IconBook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { suggestArticles } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { ArticleView } from "./article-view.tsx";
import { MarkedText } from "./marked-text.tsx";

/** Shorter stories say nothing yet. */
const LEAST = 8;

/** "Puede servirte": what may answer while the reason is being typed. */
export function SuggestedArticles({ interactionId, story }: { interactionId: string; story: string }) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(null);
  const text = useSettled(story.trim());
  const found = useQuery({
    queryKey: ["article-suggestions", text],
    queryFn: () => suggestArticles({ text }),
    enabled: text.length >= LEAST,
    placeholderData: (before) => before,
  });
  const hits = text.length >= LEAST ? (found.data?.items ?? []) : [];
  return (
    <div role="status" className="suggested">
      {hits.length > 0 && (
        <>
          <h3 className="h2">{t("agentDesk.knowledge.suggested")}</h3>
          <ul>
            {hits.map((hit) => (
              <li key={hit.id}>
                <button type="button" className="suggested-hit" onClick={() => setOpenId(hit.id)}>
                  <Glyph icon={IconBook} size={18} />
                  <span className="el">
                    <MarkedText parts={hit.title} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {openId && (
        <Dialog title={t("agentDesk.knowledge.suggested")} onClose={() => setOpenId(null)} wide>
          <ArticleView articleId={openId} contact={{ interactionId }} />
        </Dialog>
      )}
    </div>
  );
}
