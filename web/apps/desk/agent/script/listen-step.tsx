import { lazy, Suspense } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { TopicPicker } from "../topic-picker.tsx";
import { useDraft } from "../use-draft.ts";

const SuggestedArticles = lazy(async () => ({
  default: (await import("../knowledge/suggested-articles.tsx")).SuggestedArticles,
}));

/** What happens and since when: the story once, and the topic that ticket and disposition then share. */
export function ListenStep({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const [draft, change] = useDraft(contact.interactionId);
  return (
    <div className="step-tool">
      <TextArea
        label={t("agentDesk.script.listen.story")}
        value={draft.story}
        rows={4}
        onChange={(story) => change({ story })}
      />
      <Suspense>
        <SuggestedArticles interactionId={contact.interactionId} story={draft.story} />
      </Suspense>
      <TopicPicker
        tenantId={contact.tenantId}
        value={draft.topicId}
        onChange={(topicId) => change({ topicId })}
      />
    </div>
  );
}
