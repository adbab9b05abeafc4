import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { TopicPicker } from "../topic-picker.tsx";
import { MoreTime } from "./more-time.tsx";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { useDisposition } from "./use-disposition.ts";

/** Topic, outcome, summary, ticket: while talking it is a draft, after the talk it ends the work. */
export function DispositionTab({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const form = useDisposition(contact);
  const { draft, change, missing, tickets, save, done } = form;
  const [tried, setTried] = useState(false);
  const finish = (): void => {
    setTried(true);
    if (form.complete || form.mayLeave) done.mutate();
  };
  const keep = (): void => {
    setTried(true);
    if (form.complete) save.mutate();
  };
  const doneKeys = useKey("done", contact.wrapUp && !done.isPending ? finish : null);
  const failure = done.error ?? save.error;
  const complain = (lacks: boolean, text: string): string | null => (tried && lacks ? text : null);
  return (
    <>
      <div className="desk-body">
        <div className="stack">
          {failure && <ProblemNote error={failure} kept={t("agentDesk.disposition.kept")} />}
          <TopicPicker
            tenantId={contact.tenantId}
            value={draft.topicId}
            onChange={(topicId) => change({ topicId })}
            error={complain(missing.topic, t("agentDesk.disposition.topicMissing"))}
          />
          <OutcomeChoice
            codes={form.outcomes}
            value={draft.outcomeCode}
            onChange={(outcomeCode) => change({ outcomeCode })}
            error={complain(missing.outcome, t("agentDesk.disposition.outcomeMissing"))}
          />
          <TextArea
            label={t("agentDesk.disposition.summary")}
            value={form.summary}
            rows={3}
            maxLength={4000}
            onChange={(summary) => change({ summary })}
            error={complain(missing.summary, t("agentDesk.disposition.summaryMissing"))}
          />
          {tickets.length > 0 && (
            <Select
              label={t("agentDesk.disposition.ticket")}
              value={draft.ticketId ?? tickets[0]?.ticketId ?? ""}
              options={tickets.map((ticket) => ({
                value: ticket.ticketId,
                label: `${ticket.number} · ${ticket.subject}`,
              }))}
              onChange={(ticketId) => change({ ticketId })}
            />
          )}
        </div>
      </div>
      <div className="desk-foot">
        {contact.wrapUp && <MoreTime wrapUp={contact.wrapUp} />}
        <span className="sp" />
        {contact.wrapUp ? (
          <Button
            variant="primary"
            icon={IconCheck}
            keys={doneKeys}
            showKeys
            busy={done.isPending}
            onClick={finish}
          >
            {t("agentDesk.wrapUp.done")}
          </Button>
        ) : (
          <Button variant="primary" busy={save.isPending} onClick={keep}>
            {t("agentDesk.disposition.save")}
          </Button>
        )}
      </div>
    </>
  );
}
