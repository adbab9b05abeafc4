import { IconCircleCheck, IconPhoneOutgoing, IconTicket } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { myCallbacks, setMyState } from "../../../../shared/api/agent.ts";
import { listTickets } from "../../../../shared/api/tickets.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Clock } from "../../../../shared/ui/clock.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { useMe } from "../../session/me-context.ts";
import { useAgentDesk, useShownState } from "../../shell/agent-topic.ts";
import "./idle-centre.css";

/** Nothing in hand: my state in large, and what waits for me below. */
export function IdleCentre() {
  const { t } = useTranslation();
  const { can } = useMe();
  const desk = useAgentDesk();
  const shown = useShownState();
  const ready = useMutation({ mutationFn: () => setMyState({ state: "ready" }) });
  const waiting = shown.word === "ready" || shown.word === "offered";
  return (
    <div className="desk-scroll idle">
      <section className={`idle-state idle-${shown.look}`}>
        <h1>{t(`agentDesk.idle.${shown.word}`, { reason: shown.reason ?? "" })}</h1>
        {shown.since && <Clock since={shown.since} className="idle-clock" />}
        {!waiting && desk && (
          <Button
            variant="primary"
            size="large"
            icon={IconCircleCheck}
            busy={ready.isPending}
            onClick={() => ready.mutate()}
          >
            {t("agentDesk.idle.goReady")}
          </Button>
        )}
        {ready.error && <ProblemNote error={ready.error} />}
      </section>
      <div className="idle-lists">
        <MyCallbacks />
        {can("ticket.read") && <MyTickets />}
      </div>
    </div>
  );
}

function MyCallbacks() {
  const { t } = useTranslation();
  const formats = useFormats();
  const callbacks = useQuery({ queryKey: ["my-callbacks"], queryFn: myCallbacks, refetchInterval: 60_000 });
  const items = callbacks.data?.items ?? [];
  return (
    <section aria-label={t("agentDesk.idle.callbacks")}>
      <div className="sec-head">
        <h2 className="h2">{t("agentDesk.idle.callbacks")}</h2>
      </div>
      {items.length === 0 && <EmptyState>{t("agentDesk.idle.noCallbacks")}</EmptyState>}
      {items.map((callback) => (
        <div className="side-row" key={callback.id}>
          <Glyph icon={IconPhoneOutgoing} size={18} />
          <b className="el">{callback.name ?? formatPhone(callback.phone)}</b>
          <span className="dim">{formats.when(callback.notBefore ?? callback.requestedAt)}</span>
          <p className="el">{callback.queueName}</p>
        </div>
      ))}
    </section>
  );
}

function MyTickets() {
  const { t } = useTranslation();
  const formats = useFormats();
  const tickets = useQuery({
    queryKey: ["tickets", "mine"],
    queryFn: () => listTickets({ view: "mine", limit: 8 }),
  });
  const items = tickets.data?.items ?? [];
  return (
    <section aria-label={t("agentDesk.idle.tickets")}>
      <div className="sec-head">
        <h2 className="h2">{t("agentDesk.idle.tickets")}</h2>
      </div>
      {items.length === 0 && <EmptyState>{t("agentDesk.idle.noTickets")}</EmptyState>}
      {items.map((ticket) => (
        <div className="side-row" key={ticket.id}>
          <Glyph icon={IconTicket} size={18} />
          <Link className="el side-link" href={`/tickets/${ticket.id}`}>
            {ticket.subject}
          </Link>
          <span className="dim">{formats.when(ticket.stateChangedAt)}</span>
          <p className="el">{[ticket.number, t(`ui.ticketState.${ticket.state}`)].join(" · ")}</p>
        </div>
      ))}
    </section>
  );
}
