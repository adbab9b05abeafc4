import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { ArticleResults } from "../knowledge/article-results.tsx";
import { useDraft } from "../use-draft.ts";

/** What the centre already knows about this topic. */
export function InformStep({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const [draft] = useDraft(contact.interactionId);
  const title = t(`agentDesk.script.inform.${draft.topicId === null ? "suggested" : "articles"}`);
  return (
    <section className="step-tool" aria-label={title}>
      <h2 className="h2">{title}</h2>
      <ArticleResults contact={contact} query="" topicId={draft.topicId} />
    </section>
  );
}
