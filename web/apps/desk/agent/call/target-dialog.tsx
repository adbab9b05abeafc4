import { useQuery } from "@tanstack/react-query";
import type { ConsultTarget, LiveCall, TransferTarget } from "@vera/contracts/voice";
import { useState } from "react";
import { transferTargets } from "../../../../shared/api/transfer-targets.ts";
import { matchesWords } from "../../../../shared/format/fold-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { StateTag } from "../../../../shared/ui/state-tag.tsx";
import { dialable } from "../../phone/dialable.ts";
import { agentLook } from "./agent-look.ts";
import "./target-dialog.css";

interface TargetDialogProps {
  purpose: "consult" | "transfer";
  call: LiveCall;
  onConsult: (to: ConsultTarget) => void;
  onTransfer: (to: TransferTarget) => void;
  onClose: () => void;
}

/** To whom: a colleague, a queue (transfer only) or a number typed into the same box. */
export function TargetDialog({ purpose, call, onConsult, onTransfer, onClose }: TargetDialogProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const targets = useQuery({
    queryKey: ["transfer-targets", call.tenantId],
    queryFn: () => transferTargets(call.tenantId),
    refetchInterval: 5000,
  });
  const number = dialable(query);
  const agents = (targets.data?.agents ?? []).filter((agent) =>
    matchesWords(agent.name, number ? "" : query),
  );
  const queues =
    purpose === "transfer"
      ? (targets.data?.queues ?? []).filter((queue) => matchesWords(queue.name, query))
      : [];
  const pick = (to: TransferTarget): void => {
    if (purpose === "transfer") onTransfer(to);
    else if (to.kind !== "queue") onConsult(to);
    onClose();
  };
  return (
    <Dialog title={t(`agentDesk.target.${purpose}`)} onClose={onClose}>
      <div className="stack">
        <SearchBox label={t("agentDesk.target.search")} value={query} onChange={setQuery} autoFocus />
        {targets.isPending && <Skeleton lines={4} />}
        {targets.error && <ProblemNote error={targets.error} onRetry={() => void targets.refetch()} />}
        {number && (
          <Button wide onClick={() => pick({ kind: "number", number })}>
            {t("agentDesk.target.number", { number: query.trim() })}
          </Button>
        )}
        <ul className="targets" aria-label={t("agentDesk.target.agents")}>
          {agents.map((agent) => (
            <li key={agent.agentId}>
              <button
                type="button"
                className="target"
                onClick={() => pick({ kind: "agent", agentId: agent.agentId })}
              >
                <span className="el">{agent.name}</span>
                <StateTag state={agentLook(agent)} />
              </button>
            </li>
          ))}
        </ul>
        {queues.length > 0 && (
          <ul className="targets" aria-label={t("agentDesk.target.queues")}>
            {queues.map((queue) => (
              <li key={queue.id}>
                <button
                  type="button"
                  className="target"
                  onClick={() => pick({ kind: "queue", queueId: queue.id })}
                >
                  <span className="el">{queue.name}</span>
                  <span className="sm dim">{t("agentDesk.target.queue")}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {targets.data && agents.length + queues.length === 0 && !number && (
          <EmptyState>{t("agentDesk.target.empty")}</EmptyState>
        )}
      </div>
    </Dialog>
  );
}
