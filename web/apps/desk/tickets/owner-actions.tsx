import { IconChevronDown, IconCircleCheck } from "@tabler/icons-react";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { PauseTicket, ReturnTicket } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { useState } from "react";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import {
  acceptTicket,
  decideOwner,
  pauseTicket,
  resumeTicket,
  returnTicket,
} from "../../../shared/api/tickets.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Menu, type MenuEntry } from "../../../shared/ui/menu.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useMe } from "../session/me-context.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { PauseDialog } from "./pause-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";

type Asking = "return" | "decide" | "pause";

const BY_STATE: Partial<Record<string, true>> = { "waiting-citizen": true, solved: true };

/** Whose it is: accept, "no nos corresponde", the coordinator's decision; and the clock that is stopped by hand. */
export function OwnerActions({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const accept = useAct(ticket, () => acceptTicket(ticket.id, ticket.version), close);
  const resume = useAct(ticket, () => resumeTicket(ticket.id, ticket.version), close);
  const giveBack = useAct(ticket, (given: ReturnTicket) => returnTicket(ticket.id, given), close);
  const pause = useAct(ticket, (given: PauseTicket) => pauseTicket(ticket.id, given), close);
  const decide = useAct(
    ticket,
    (given: { officeId: string; text: string }) =>
      decideOwner(ticket.id, { version: ticket.version, ...given }),
    close,
  );
  const problem = useProblemText(accept.error ?? resume.error);
  const failed = { onError: () => toast(problem.text, "risk") };
  const pausedByHand = ticket.pausedBy !== null && !BY_STATE[ticket.pausedBy];
  const entries: MenuEntry[] = [
    ...(ticket.mayReturn
      ? [{ id: "return", label: t("tickets.return"), onPick: () => setAsking("return") }]
      : []),
    ...(can("competence.manage") && (ticket.state === "open" || ticket.state === "in-progress")
      ? [{ id: "decide", label: t("tickets.decide"), onPick: () => setAsking("decide") }]
      : []),
    ...(ticket.state === "in-progress" && ticket.pausedBy === null
      ? [{ id: "pause", label: t("tickets.pause"), onPick: () => setAsking("pause") }]
      : []),
    ...(pausedByHand
      ? [{ id: "resume", label: t("tickets.resume"), onPick: () => resume.mutate(undefined, failed) }]
      : []),
  ];
  return (
    <>
      {ticket.state === "open" && !ticket.accepted && (
        <Button
          icon={IconCircleCheck}
          busy={accept.isPending}
          onClick={() => accept.mutate(undefined, failed)}
        >
          {t("tickets.accept")}
        </Button>
      )}
      {entries.length > 0 && (
        <Menu label={t("tickets.ownership")} align="end" entries={entries}>
          {(trigger) => (
            <Button icon={IconChevronDown} {...trigger}>
              {t("tickets.ownership")}
            </Button>
          )}
        </Menu>
      )}
      {asking === "return" && <ReturnDialog ticket={ticket} {...dialog(giveBack)} onClose={close} />}
      {asking === "decide" && <DecideDialog ticket={ticket} {...dialog(decide)} onClose={close} />}
      {asking === "pause" && <PauseDialog ticket={ticket} {...dialog(pause)} onClose={close} />}
    </>
  );
}

function dialog<Given>({ isPending, error, mutate }: UseMutationResult<Ticket, Error, Given>) {
  return { busy: isPending, error, onSend: (given: Given) => mutate(given) };
}

function useAct<Given = void>(ticket: Ticket, act: (given: Given) => Promise<Ticket>, done: () => void) {
  const queries = useQueryClient();
  return useMutation<Ticket, Error, Given>({
    mutationFn: act,
    onSuccess: async (next) => {
      queries.setQueryData(["ticket", ticket.id], next);
      done();
      await queries.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
