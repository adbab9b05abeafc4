import { useSyncExternalStore } from "react";
import { type ContactDraft, changeDraft, listenDrafts, readDraft } from "./contact-draft.ts";

/** The draft of a contact and how to change it. */
export function useDraft(interactionId: string): [ContactDraft, (part: Partial<ContactDraft>) => void] {
  const draft = useSyncExternalStore(listenDrafts, () => readDraft(interactionId));
  return [draft, (part) => changeDraft(interactionId, part)];
}
