import { IconCheck, IconChevronDown, IconUserCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Ticket, TicketState } from "@vera/contracts/tickets";
import { useState } from "react";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { assignTicket, changeTicketState } from "../../../shared/api/tickets.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { Menu } from "../../../shared/ui/menu.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../shared/ui/text-area.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useMe } from "../session/me-context.ts";

/** These ask for words: what is asked of the person, what they are told, why it is dropped. */
const WITH_TEXT: readonly TicketState[] = ["waiting-citizen", "solved", "cancelled"];

/** Take it, and move it to the states that the server allows from here. */
export function TicketActions({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { me } = useMe();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<TicketState | null>(null);
  const changed = async (next: Ticket): Promise<void> => {
    queries.setQueryData(["ticket", ticket.id], next);
    setAsking(null);
    await queries.invalidateQueries({ queryKey: ["tickets"] });
  };
  const move = useMutation({
    mutationFn: (change: { to: TicketState; text?: string }) =>
      changeTicketState(ticket.id, { version: ticket.version, ...change }),
    onSuccess: changed,
  });
  const take = useMutation({
    mutationFn: () => assignTicket(ticket.id, { version: ticket.version, assigneeId: me.user.id }),
    onSuccess: changed,
    onError: () => toast(problem.text, "risk"),
  });
  const problem = useProblemText(take.error);
  const choose = (to: TicketState): void => {
    if (WITH_TEXT.includes(to)) setAsking(to);
    else move.mutate({ to });
  };
  const solve = ticket.nextStates.includes("solved");
  const others = ticket.nextStates.filter((state) => state !== "solved");
  return (
    <>
      {ticket.assigneeId !== me.user.id && (
        <Button icon={IconUserCheck} busy={take.isPending} onClick={() => take.mutate()}>
          {t("tickets.take")}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          label={t("tickets.moveTo")}
          align="end"
          entries={others.map((state) => ({
            id: state,
            label: t(`tickets.act.${state}`),
            onPick: () => choose(state),
          }))}
        >
          {(trigger) => (
            <Button icon={IconChevronDown} busy={move.isPending} {...trigger}>
              {t("tickets.moveTo")}
            </Button>
          )}
        </Menu>
      )}
      {solve && (
        <Button variant="primary" icon={IconCheck} onClick={() => choose("solved")}>
          {t("tickets.act.solved")}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          state={asking}
          busy={move.isPending}
          error={move.error}
          onSend={(text) => move.mutate({ to: asking, text })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface ReasonDialogProps {
  state: TicketState;
  busy: boolean;
  error: unknown;
  onSend: (text: string) => void;
  onClose: () => void;
}

function ReasonDialog({ state, busy, error, onSend, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  return (
    <Dialog
      title={t(`tickets.act.${state}`)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("tickets.goBack")}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={text.trim() === ""}
            onClick={() => onSend(text.trim())}
          >
            {t(`tickets.act.${state}`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error ? <ProblemNote error={error} kept={t("tickets.kept")} /> : null}
        <TextArea
          label={t(`tickets.ask.${state}`)}
          value={text}
          rows={4}
          maxLength={4000}
          onChange={setText}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
