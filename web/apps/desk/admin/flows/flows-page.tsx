import { useQuery } from "@tanstack/react-query";
import type { Flow, FlowDetail } from "@vera/contracts/ivr";
import { useEffect } from "react";
import { createFlow, listFlows, openFlow } from "../../../../shared/api/admin/flows.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { FlowEditor } from "./flow-editor.tsx";
import { FlowStateTag } from "./flow-state-tag.tsx";

/** The list of flows; one that is open takes the whole width. */
export function FlowsPage() {
  const { openId } = useResourceRoute("flows");
  return openId ? <OpenFlow key={openId} flowId={openId} /> : <FlowList />;
}

function OpenFlow({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  const flow = useQuery({
    queryKey: ["admin-flow", flowId],
    queryFn: () => openFlow(flowId),
    // What is on the screen is being edited: it is not replaced behind the hand.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (flow.data) document.title = t("admin.pageTitle", { title: flow.data.name });
  }, [t, flow.data]);
  if (flow.error) {
    return <ProblemNote error={flow.error} onRetry={() => void flow.refetch()} />;
  }
  return flow.data ? <FlowEditor flow={flow.data} /> : <Skeleton lines={8} />;
}

function FlowList() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can, tenantName } = useMe();
  const flows = useQuery({
    queryKey: ["admin-flows"],
    queryFn: listFlows,
    select: (reply): readonly Flow[] => reply.flows,
  });
  return (
    <ResourcePage
      area="flows"
      title={t("admin.area.flows")}
      about={t("adminFlow.about")}
      query={flows}
      rowKey={(flow) => flow.id}
      tenantOf={(flow) => flow.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (flow) => flow.name,
          cell: (flow) => <b>{flow.name}</b>,
        },
        { id: "tenant", header: t("admin.tenant"), value: (flow) => tenantName(flow.tenantId) },
        {
          id: "state",
          header: t("admin.state"),
          value: (flow) => (flow.publishedVersion ?? 0) * 2 + Number(flow.draftChanged),
          cell: (flow) => (
            <span className="row">
              <FlowStateTag flow={flow} />
            </span>
          ),
        },
        {
          id: "updatedAt",
          header: t("adminFlow.updatedAt"),
          value: (flow) => flow.updatedAt,
          cell: (flow) => <span title={formats.exact(flow.updatedAt)}>{formats.when(flow.updatedAt)}</span>,
          number: true,
        },
      ]}
      empty={t("adminFlow.empty")}
      add={can("flow.edit") ? t("adminFlow.add") : null}
      drawer={(flow, controls) => flow === null && <NewFlow controls={controls} />}
    />
  );
}

function NewFlow({ controls }: { controls: DrawerControls }) {
  const { t } = useTranslation();
  const home = useHomeTenant("flow.edit");
  const changed = useChanged("admin-flows");
  const form = useAdminForm({
    initial: { name: "", tenantId: home },
    check: ({ name }) => ({ name: name.trim() === "" ? t("admin.rule.required") : null }),
    save: ({ name, tenantId }) => createFlow({ name: name.trim(), tenantId }),
    onSaved: async (saved: FlowDetail) => {
      await changed();
      controls.open(saved.id);
      return undefined;
    },
    keys: { flowNameTaken: "name" },
  });
  return (
    <Drawer title={t("adminFlow.newFlow")} onClose={controls.close}>
      <FormPanel form={form} verb={t("adminFlow.add")}>
        <TextField
          {...form.text("name")}
          label={t("admin.name")}
          hint={t("adminFlow.newHint")}
          autoComplete="off"
        />
        <TenantField permission="flow.edit" {...form.text("tenantId")} />
      </FormPanel>
    </Drawer>
  );
}
