import type { Caller } from "@vera/contracts/routing";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { KnowledgeTab } from "../knowledge/knowledge-tab.tsx";
import { CitizenTickets } from "./citizen-tickets.tsx";
import { History } from "./history.tsx";
import { useCitizen } from "./use-citizen.ts";
import { type PersonTask, WhoIsIt } from "./who-is-it.tsx";
import "./citizen-panel.css";

const CitizenForm = lazy(async () => ({ default: (await import("./citizen-form.tsx")).CitizenForm }));

interface CitizenPanelProps {
  interactionId: string;
  tenantId: string;
  caller: Caller;
  queueName: string | null;
}

type PanelTab = "history" | "tickets" | "knowledge";

/** Who it is, what happened before, what the centre knows. */
export function CitizenPanel({ interactionId, tenantId, caller, queueName }: CitizenPanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<PanelTab>("history");
  const [task, setTask] = useState<PersonTask>(null);
  const person = useCitizen(interactionId, tenantId, caller.citizenId);
  const context = { interactionId, tenantId };
  const region = t("agentDesk.citizen.region");
  if (task === "new" || (task === "edit" && person.citizen)) {
    return (
      <aside className="desk-col desk-citizen" aria-label={region}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <CitizenForm
            {...context}
            citizen={task === "edit" ? person.citizen : undefined}
            callerNumber={caller.number}
            onDone={() => setTask(null)}
          />
        </Suspense>
      </aside>
    );
  }
  return (
    <aside className="desk-col desk-citizen" aria-label={region}>
      <WhoIsIt {...context} person={person} callerNumber={caller.number} task={task} onTask={setTask} />
      <Tabs
        group="citizen"
        label={t("agentDesk.citizen.tabs")}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: "history", label: t("agentDesk.citizen.history") },
          { id: "tickets", label: t("agentDesk.citizen.tickets") },
          { id: "knowledge", label: t("agentDesk.citizen.knowledge") },
        ]}
      />
      <TabPanel group="citizen" id={tab} className="desk-scroll">
        {tab === "history" && (
          <History {...context} citizenId={person.citizenId} onArticle={() => setTab("knowledge")} />
        )}
        {tab === "tickets" && <CitizenTickets citizenId={person.citizenId} />}
        {tab === "knowledge" && <KnowledgeTab {...context} queueName={queueName} />}
      </TabPanel>
    </aside>
  );
}
