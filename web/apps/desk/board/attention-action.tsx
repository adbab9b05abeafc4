import { IconHeadphones } from "@tabler/icons-react";
import type { AttentionItem, BoardState } from "@vera/contracts/board";
import { useState } from "react";
import { useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { useMe } from "../session/me-context.ts";
import { useSupervise } from "../supervision/use-supervise.ts";
import { AddAgentDialog } from "./add-agent-dialog.tsx";
import { useAgentState } from "./use-agent-state.ts";

/** The one thing to do about a notice; nothing where I may not. */
export function AttentionAction({ item, board }: { item: AttentionItem; board: BoardState }) {
  switch (item.kind) {
    case "queue-over-threshold":
      return <AddAgent item={item} board={board} />;
    case "long-contact":
      return <Listen item={item} />;
    case "long-wrap-up":
      return <OpenInteraction item={item} />;
    case "not-responding":
      return <MakeReady item={item} />;
    case "trunk-asr-low":
      return <SeeAttempts item={item} />;
  }
}

function AddAgent({ item, board }: { item: AttentionItem; board: BoardState }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const { queueId } = item;
  if (queueId === null || !can("supervise.state")) return null;
  return (
    <>
      <Button variant="primary" size="small" onClick={() => setOpen(true)}>
        {t("board.act.addAgent")}
      </Button>
      {open && <AddAgentDialog queueId={queueId} board={board} onClose={() => setOpen(false)} />}
    </>
  );
}

function Listen({ item: { interactionId, agentId, ...item } }: { item: AttentionItem }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const { supervise, phoneReady, busy } = useSupervise();
  if (interactionId === null || agentId === null) return null;
  if (!can("supervise.monitor") || !phoneReady) {
    return <OpenInteraction item={{ ...item, interactionId, agentId }} />;
  }
  return (
    <Button
      size="small"
      icon={IconHeadphones}
      busy={busy}
      onClick={() => supervise({ interactionId, agentId, mode: "listen" })}
    >
      {t("board.act.listen")}
    </Button>
  );
}

function OpenInteraction({ item: { interactionId } }: { item: AttentionItem }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [, go] = useLocation();
  if (interactionId === null || !can("interaction.read")) return null;
  return (
    <Button size="small" onClick={() => go(`/interactions/${interactionId}`)}>
      {t("board.act.open")}
    </Button>
  );
}

function MakeReady({ item: { agentId, params } }: { item: AttentionItem }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const change = useAgentState();
  if (agentId === null || !can("supervise.state")) return null;
  const name = String(params["agent"] ?? "");
  return (
    <Button size="small" onClick={() => change({ agentId, name, wish: { state: "ready" } })}>
      {t("board.act.makeReady")}
    </Button>
  );
}

function SeeAttempts({ item: { subjectId } }: { item: AttentionItem }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [, go] = useLocation();
  if (!can("report.read")) return null;
  return (
    <Button size="small" onClick={() => go(`/reports/asr?period=today&trunk=${subjectId}`)}>
      {t("board.act.trunk")}
    </Button>
  );
}
