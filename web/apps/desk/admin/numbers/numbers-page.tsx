import { useQuery } from "@tanstack/react-query";
import type { EntryPoint } from "@vera/contracts/ivr";
import {
  changeEntryPoint,
  createEntryPoint,
  listEntryPoints,
  listFlows,
  removeEntryPoint,
} from "../../../../shared/api/admin/flows.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ActiveTag } from "../kit/active-tag.tsx";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";

/** The numbers that citizens dial, and the flow that receives each. */
export function NumbersPage() {
  const { t } = useTranslation();
  const { can, tenantName } = useMe();
  const numbers = useQuery({
    queryKey: ["admin-numbers"],
    queryFn: listEntryPoints,
    select: (reply): readonly EntryPoint[] => reply.entryPoints,
  });
  const flows = useFlows();
  return (
    <ResourcePage
      area="numbers"
      title={t("admin.area.numbers")}
      query={numbers}
      rowKey={(entry) => entry.id}
      tenantOf={(entry) => entry.tenantId}
      columns={[
        {
          id: "number",
          header: t("adminPhone.numbers.number"),
          value: (entry) => entry.number,
          cell: (entry) => <b>{formatPhone(entry.number)}</b>,
        },
        { id: "name", header: t("admin.name"), value: (entry) => entry.name },
        { id: "tenant", header: t("admin.tenant"), value: (entry) => tenantName(entry.tenantId) },
        {
          id: "flow",
          header: t("adminPhone.numbers.flow"),
          value: (entry) => flows.find(({ id }) => id === entry.flowId)?.name ?? "…",
        },
        {
          id: "active",
          header: t("admin.state"),
          value: (entry) => t(entry.active ? "admin.active" : "admin.inactive"),
          cell: (entry) => <ActiveTag active={entry.active} />,
        },
      ]}
      empty={t("adminPhone.numbers.empty")}
      add={can("flow.publish") ? t("adminPhone.numbers.add") : null}
      drawer={(entry, controls) => (
        <NumberDrawer key={entry?.id ?? "new"} entry={entry} controls={controls} />
      )}
    />
  );
}

function useFlows() {
  return useQuery({ queryKey: ["admin-flows"], queryFn: listFlows }).data?.flows ?? [];
}

function NumberDrawer({ entry, controls }: { entry: EntryPoint | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const home = useHomeTenant("flow.publish");
  const changed = useChanged("admin-numbers");
  const flows = useFlows();
  const form = useAdminForm({
    initial: {
      tenantId: entry?.tenantId ?? home,
      number: entry?.number ?? "",
      name: entry?.name ?? "",
      flowId: entry?.flowId ?? "",
      active: entry?.active ?? true,
    },
    check: ({ number, name, flowId }) => ({
      number: number.replace(/\D/g, "").length < 2 ? t("adminPhone.numbers.numberMissing") : null,
      name: name.trim() === "" ? t("admin.rule.required") : null,
      flowId: flowId === "" ? t("adminPhone.numbers.flowMissing") : null,
    }),
    save: ({ tenantId, number, name, flowId, active }) =>
      entry
        ? changeEntryPoint(entry.id, { name: name.trim(), flowId, active })
        : createEntryPoint({ tenantId, number: number.trim(), name: name.trim(), flowId }),
    onSaved: async (saved: EntryPoint) => {
      await changed();
      if (!entry) controls.open(saved.id);
      return undefined;
    },
    keys: {
      numberTaken: "number",
      notANumber: "number",
      numberWithoutArea: "number",
      flowOfAnotherTenant: "flowId",
    },
  });
  const own = flows.filter(({ tenantId }) => tenantId === form.fields.tenantId);
  const mayChange = entry === null || canIn("flow.publish", entry.tenantId);
  return (
    <Drawer
      title={entry ? formatPhone(entry.number) : t("adminPhone.numbers.new")}
      second={entry && tenantName(entry.tenantId)}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        readOnly={!mayChange}
        {...(entry ? {} : { verb: t("adminPhone.numbers.add") })}
        foot={
          entry && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminPhone.numbers.removeAsk", { number: formatPhone(entry.number) })}
              explain={t("adminPhone.numbers.removeExplain")}
              act={() => removeEntryPoint(entry.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        {!entry && (
          <>
            <TenantField
              permission="flow.publish"
              {...form.text("tenantId")}
              onChange={(tenantId) => form.set({ tenantId, flowId: "" })}
            />
            <TextField
              {...form.text("number")}
              label={t("adminPhone.numbers.number")}
              hint={t("adminPhone.numbers.numberHint")}
              type="tel"
              autoComplete="off"
            />
          </>
        )}
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={120} autoComplete="off" />
        <Select
          {...form.text("flowId")}
          label={t("adminPhone.numbers.flow")}
          placeholder={t("adminPhone.numbers.chooseFlow")}
          options={own.map((flow) => ({
            value: flow.id,
            label:
              flow.publishedVersion === null
                ? t("adminPhone.numbers.unpublished", { name: flow.name })
                : flow.name,
          }))}
          hint={t("adminPhone.numbers.flowHint")}
        />
        {entry && <Checkbox {...form.tick("active")}>{t("adminPhone.numbers.active")}</Checkbox>}
      </FormPanel>
    </Drawer>
  );
}
