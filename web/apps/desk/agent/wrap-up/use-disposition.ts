import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewDisposition } from "@vera/contracts/conversations";
import { endWrapUp } from "../../../../shared/api/agent.ts";
import { listOutcomeCodes, recordDisposition } from "../../../../shared/api/interactions.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { toast } from "../../../../shared/ui/toast-store.ts";
import { type ContactDraft, forgetDraft } from "../contact-draft.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useDraft } from "../use-draft.ts";
import { useInteraction } from "../use-interaction.ts";
import { proposedSummary } from "./proposed-summary.ts";

export interface MissingParts {
  topic: boolean;
  outcome: boolean;
  summary: boolean;
}

/** The disposition as typed so far, what it lacks, and the two ways to send it. */
export function useDisposition(contact: DeskContact) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const id = contact.interactionId;
  const [draft, change] = useDraft(id);
  const interaction = useInteraction(id);
  const codes = useQuery({
    queryKey: ["outcome-codes", contact.tenantId],
    queryFn: () => listOutcomeCodes(contact.tenantId),
    staleTime: 300_000,
  });
  const outcomes = codes.data?.items ?? [];
  const tickets = interaction.data?.tickets ?? [];
  const summary = draft.summary ?? proposedSummary(draft.story, interaction.data?.notes ?? []);
  const needsSummary = outcomes.find(({ code }) => code === draft.outcomeCode)?.requiresSummary === true;
  const missing: MissingParts = {
    topic: draft.topicId === null,
    outcome: draft.outcomeCode === null,
    summary: needsSummary && summary.trim() === "",
  };
  const result = newDisposition(draft, summary, draft.ticketId ?? tickets[0]?.ticketId);
  const complete = result !== null && !missing.summary;
  const typed = (interaction.data?.dispositions.length ?? 0) > 0;

  const save = useMutation({
    mutationFn: async () => (result ? recordDisposition(id, result) : undefined),
    onSuccess: async () => {
      toast(t("agentDesk.disposition.saved"), "ok");
      await queries.invalidateQueries({ queryKey: ["interaction", id] });
    },
  });
  const done = useMutation({
    mutationFn: async () => {
      if (result && complete) await recordDisposition(id, result);
      await endWrapUp(id);
    },
    onSuccess: async () => {
      forgetDraft(id);
      await queries.invalidateQueries({ queryKey: ["my-day"] });
    },
  });
  /** What the server has is enough, or nothing is asked for. */
  const mayLeave = contact.wrapUp?.mode === "optional" || (typed && draft.outcomeCode === null);
  return { draft, change, outcomes, tickets, summary, missing, complete, mayLeave, save, done };
}

function newDisposition(
  draft: ContactDraft,
  summary: string,
  ticketId: string | undefined,
): NewDisposition | null {
  if (draft.topicId === null || draft.outcomeCode === null) return null;
  return {
    topicId: draft.topicId,
    outcomeCode: draft.outcomeCode,
    summary: summary.trim(),
    ...(ticketId ? { ticketId } : {}),
  };
}
