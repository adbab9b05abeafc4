/** What the agent typed and ticked for a contact before it is sent: survives a reload of the tab, not its end. */
export interface ContactDraft {
  topicId: string | null;
  /** What the person tells, in the agent's words. */
  story: string;
  stepsDone: readonly string[];
  step: string | null;
  outcomeCode: string | null;
  /** null: not touched, so it follows the story. */
  summary: string | null;
  ticketId: string | null;
  note: string;
  savedAt: number | null;
}

const EMPTY: ContactDraft = {
  topicId: null,
  story: "",
  stepsDone: [],
  step: null,
  outcomeCode: null,
  summary: null,
  ticketId: null,
  note: "",
  savedAt: null,
};

// Personal data: only in this tab's memory, and gone with it (sessionStorage, never localStorage).
const PREFIX = "vera.draft.";
const drafts = new Map<string, ContactDraft>();
const listeners = new Set<() => void>();

export function readDraft(interactionId: string): ContactDraft {
  const known = drafts.get(interactionId);
  if (known) return known;
  const draft = stored(interactionId);
  drafts.set(interactionId, draft);
  return draft;
}

export function changeDraft(interactionId: string, part: Partial<ContactDraft>): void {
  const draft = { ...readDraft(interactionId), ...part, savedAt: Date.now() };
  drafts.set(interactionId, draft);
  try {
    sessionStorage.setItem(PREFIX + interactionId, JSON.stringify(draft));
  } catch {
    // No storage: the draft then lives as long as the page.
  }
  tell();
}

/** Once the contact is done, nothing of it stays in the browser. */
export function forgetDraft(interactionId: string): void {
  drafts.delete(interactionId);
  try {
    sessionStorage.removeItem(PREFIX + interactionId);
  } catch {
    // As above.
  }
  tell();
}

export function listenDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(interactionId: string): ContactDraft {
  try {
    const text = sessionStorage.getItem(PREFIX + interactionId);
    return text ? { ...EMPTY, ...(JSON.parse(text) as Partial<ContactDraft>) } : EMPTY;
  } catch {
    return EMPTY;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}
