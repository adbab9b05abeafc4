import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { LegalOwner } from "@vera/contracts/competence";
import type { TicketAnswers } from "@vera/contracts/ticket-types";
import type { NewTicket, TicketKind, TicketPriority } from "@vera/contracts/tickets";
import { type FormEvent, useState } from "react";
import { createTicket, listOffices } from "../../../../shared/api/tickets.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { toast } from "../../../../shared/ui/toast-store.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { TopicPicker } from "../topic-picker.tsx";
import { useDraft } from "../use-draft.ts";
import { useInteraction } from "../use-interaction.ts";
import { useTopics } from "../use-topics.ts";
import { askedAnswers, unanswered } from "./asked-questions.ts";
import { TICKET_KINDS, TICKET_PRIORITIES } from "./ticket-words.ts";
import { TypeQuestions } from "./type-questions.tsx";
import { useCompetence } from "./use-competence.ts";
import { useTicketType } from "./use-ticket-type.ts";
import { WhoseFields } from "./whose-fields.tsx";

interface NewTicketFormProps {
  contact: DeskContact;
  onOpened: () => void;
}

const SHORTEST_SUBJECT = 3;

/** A new ticket with what the contact already told: topic, story, person. */
export function NewTicketForm({ contact, onOpened }: NewTicketFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [draft, change] = useDraft(contact.interactionId);
  const interaction = useInteraction(contact.interactionId);
  const topic = useTopics().find(({ id }) => id === draft.topicId);
  const tenantId = topic?.tenantId ?? contact.tenantId;
  const offices = useQuery({ queryKey: ["offices", tenantId], queryFn: () => listOffices(tenantId) });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [typedKind, setKind] = useState<TicketKind | null>(null);
  const [typedPriority, setPriority] = useState<TicketPriority | null>(null);
  const [officeId, setOfficeId] = useState("");
  const [typedSubject, setSubject] = useState<string | null>(null);
  const [address, setAddress] = useState("");
  const [locality, setLocality] = useState("");
  const [legalOwner, setLegalOwner] = useState<LegalOwner | "">("");
  const [providerClaim, setProviderClaim] = useState("");
  const [tried, setTried] = useState(false);
  const [answers, setAnswers] = useState<TicketAnswers>({});
  const proposed = useTicketType(tenantId, draft.topicId);
  const kind = typedKind ?? proposed.kind;
  const priority = typedPriority ?? proposed.priority;
  const competent = useCompetence({
    tenantId,
    topicId: draft.topicId,
    locality,
    legalOwner: legalOwner || null,
    providerClaim,
  });
  const subject = typedSubject ?? topic?.label ?? "";
  const create = useMutation({
    mutationFn: createTicket,
    onSuccess: async (ticket) => {
      change({ ticketId: ticket.id });
      queries.setQueryData(["ticket", ticket.id], ticket);
      await queries.invalidateQueries({ queryKey: ["interaction", contact.interactionId] });
      toast(t("agentDesk.ticket.opened", { number: ticket.number }), "ok");
      onOpened();
    },
  });
  const ready =
    draft.topicId !== null &&
    subject.trim().length >= SHORTEST_SUBJECT &&
    unanswered(proposed.questions, answers).length === 0;
  const send = (): void => {
    setTried(true);
    if (!ready || draft.topicId === null) return;
    const ticket: NewTicket = {
      tenantId,
      kind,
      topicId: draft.topicId,
      officeId: officeId || null,
      citizenId: interaction.data?.citizenId ?? contact.caller.citizenId,
      interactionId: contact.interactionId,
      priority,
      subject: subject.trim(),
      description: draft.story.trim(),
      place: { address: address.trim() || null, locality: locality.trim() || null },
      answers: askedAnswers(proposed.questions, answers),
      legalOwner: legalOwner || null,
      providerClaim: providerClaim.trim() || null,
      idempotencyKey,
    };
    create.mutate(ticket);
  };
  const keys = useKey("send", create.isPending ? null : send);
  return (
    <form
      className="desk-panel"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="desk-body">
        {create.error && <ProblemNote error={create.error} kept={t("agentDesk.ticket.kept")} />}
        <div className="form-grid">
          <div className="full">
            <TopicPicker
              tenantId={contact.tenantId}
              value={draft.topicId}
              onChange={(topicId) => change({ topicId })}
              error={tried && draft.topicId === null ? t("agentDesk.ticket.topicMissing") : null}
            />
          </div>
          <TextField
            className="full"
            label={t("agentDesk.ticket.subject")}
            value={subject}
            maxLength={200}
            onChange={setSubject}
            error={
              tried && subject.trim().length < SHORTEST_SUBJECT ? t("agentDesk.ticket.subjectShort") : null
            }
          />
          <Select
            label={t("agentDesk.ticket.kind")}
            value={kind}
            options={TICKET_KINDS.map((value) => ({ value, label: t(`ui.ticketKind.${value}`) }))}
            onChange={(value) => setKind(value as TicketKind)}
          />
          <Select
            label={t("agentDesk.ticket.priority")}
            value={priority}
            options={TICKET_PRIORITIES.map((value) => ({ value, label: t(`ui.ticketPriority.${value}`) }))}
            onChange={(value) => setPriority(value as TicketPriority)}
          />
          <TextField
            label={t("agentDesk.ticket.address")}
            value={address}
            maxLength={200}
            autoComplete="off"
            onChange={setAddress}
          />
          <TextField
            label={t("agentDesk.ticket.locality")}
            value={locality}
            maxLength={120}
            autoComplete="off"
            onChange={setLocality}
          />
          <TypeQuestions type={proposed.type} answers={answers} onChange={setAnswers} tried={tried} />
          <WhoseFields
            competent={competent}
            legalOwner={legalOwner}
            onLegalOwner={setLegalOwner}
            providerClaim={providerClaim}
            onProviderClaim={setProviderClaim}
          />
          <Select
            label={t(competent?.office ? "agentDesk.ticket.officeOther" : "agentDesk.ticket.office")}
            value={officeId}
            placeholder={competent?.office?.name ?? t("agentDesk.ticket.officeAuto")}
            options={(offices.data?.offices ?? [])
              .filter((office) => office.active)
              .map((office) => ({ value: office.id, label: office.name }))}
            onChange={setOfficeId}
          />
          <TextArea
            className="full"
            label={t("agentDesk.ticket.story")}
            value={draft.story}
            rows={4}
            maxLength={10_000}
            onChange={(story) => change({ story })}
          />
        </div>
      </div>
      <div className="desk-foot">
        <span className="sp" />
        <Button variant="primary" type="submit" keys={keys} showKeys busy={create.isPending}>
          {t("agentDesk.ticket.open")}
        </Button>
      </div>
    </form>
  );
}
