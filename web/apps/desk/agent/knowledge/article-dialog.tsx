import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useDraft } from "../use-draft.ts";
import { OfferedArticles } from "./offered-articles.tsx";

/** "Responder con artículo": search in the middle of the talk. */
export function ArticleDialog({ contact, onClose }: { contact: DeskContact; onClose: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [draft] = useDraft(contact.interactionId);
  return (
    <Dialog title={t("agentDesk.script.article")} onClose={onClose} wide>
      <div className="stack">
        <SearchBox label={t("agentDesk.knowledge.search")} value={query} onChange={setQuery} autoFocus />
        <OfferedArticles contact={contact} query={query} topicId={query.trim() ? null : draft.topicId} />
      </div>
    </Dialog>
  );
}
