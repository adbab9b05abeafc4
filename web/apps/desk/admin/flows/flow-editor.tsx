import type { FlowDetail } from "@vera/contracts/ivr";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { useMe } from "../../session/me-context.ts";
import { FlowHead } from "./flow-head.tsx";
import { FlowTenantProvider } from "./flow-things.ts";
import { FlowVariables } from "./flow-variables.tsx";
import { FlowVersions } from "./flow-versions.tsx";
import { JsonEditor } from "./json-editor.tsx";
import { NodesTab } from "./nodes-tab.tsx";
import { ProblemsFoot } from "./problems-foot.tsx";
import { useFlowDraft } from "./use-flow-draft.ts";
import "./flow-editor.css";

type EditorTab = "nodes" | "json" | "versions";

/** One flow over the whole width: steps and their form, the same as JSON, and what was published. */
export function FlowEditor({ flow }: { flow: FlowDetail }) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const draft = useFlowDraft(flow);
  const [tab, setTab] = useState<EditorTab>("nodes");
  const [selected, setSelected] = useState<string | null>(flow.draft.start);
  const readOnly = !canIn("flow.edit", flow.tenantId);
  useKey("send", draft.dirty && !readOnly ? () => draft.save.mutate() : null);
  return (
    <FlowTenantProvider value={flow.tenantId}>
      <main className="flow admin-full">
        <FlowHead flow={flow} draft={draft} readOnly={readOnly} />
        {draft.save.error && (
          <div className="flow-note">
            <ProblemNote error={draft.save.error} kept={t("admin.kept")} />
          </div>
        )}
        <Tabs
          group="flow"
          label={flow.name}
          tabs={(["nodes", "json", "versions"] as const).map((id) => ({
            id,
            label: t(`adminFlow.tab.${id}`),
          }))}
          value={tab}
          onChange={setTab}
        />
        <TabPanel group="flow" id={tab} className="flow-body">
          {tab === "nodes" && (
            <NodesTab draft={draft} readOnly={readOnly} selected={selected} onSelect={setSelected} />
          )}
          {tab === "json" && <JsonEditor graph={draft.graph} readOnly={readOnly} onChange={draft.setGraph} />}
          {tab === "versions" && <FlowVersions flow={flow} draft={draft} />}
        </TabPanel>
        <ProblemsFoot
          draft={draft}
          onSelect={(nodeId) => {
            setTab("nodes");
            setSelected(nodeId);
          }}
        />
        <FlowVariables graph={draft.graph} />
      </main>
    </FlowTenantProvider>
  );
}
