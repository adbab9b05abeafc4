import { useQuery } from "@tanstack/react-query";
import { OUTCOME_KINDS, type OutcomeCode } from "@vera/contracts/conversations";
import { changeOutcomeCode, createOutcomeCode } from "../../../../shared/api/admin/outcomes-and-offices.ts";
import { listOutcomeCodes } from "../../../../shared/api/interactions.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ActiveTag } from "../kit/active-tag.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { proposedKey } from "../prompts/prompt-key.ts";

/** The coded results with which agents close a contact; their kind is what the figures count. */
export function OutcomeCodesPage() {
  const { t } = useTranslation();
  const { me, canIn, tenantName } = useMe();
  const mine = me.tenants.filter(({ id }) => canIn("topic.manage", id)).map(({ id }) => id);
  const codes = useQuery({
    queryKey: ["admin-outcome-codes", mine],
    queryFn: async (): Promise<readonly OutcomeCode[]> => {
      const replies = await Promise.all(mine.map(listOutcomeCodes));
      // An organism's list has those of the organisms above it too.
      return [...new Map(replies.flatMap(({ items }) => items.map((code) => [code.id, code]))).values()];
    },
  });
  return (
    <ResourcePage
      area="outcome-codes"
      title={t("admin.area.outcome-codes")}
      about={t("adminService.outcomes.about")}
      query={codes}
      rowKey={(code) => code.id}
      tenantOf={(code) => code.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (code) => code.name,
          cell: (code) => (
            <>
              <b>{code.name}</b>
              <span className="table-second">{code.code}</span>
            </>
          ),
        },
        { id: "tenant", header: t("admin.tenant"), value: (code) => tenantName(code.tenantId) },
        {
          id: "kind",
          header: t("adminService.outcomes.kind"),
          value: (code) => t(`adminService.outcomes.kinds.${code.kind}`),
        },
        {
          id: "summary",
          header: t("adminService.outcomes.summary"),
          value: (code) =>
            t(code.requiresSummary ? "adminService.outcomes.asks" : "adminService.outcomes.asksNot"),
          extra: true,
        },
        {
          id: "position",
          header: t("adminService.outcomes.position"),
          value: (code) => code.position,
          number: true,
        },
        {
          id: "active",
          header: t("admin.state"),
          value: (code) => t(code.active ? "admin.active" : "admin.inactive"),
          cell: (code) => <ActiveTag active={code.active} />,
        },
      ]}
      empty={t("adminService.outcomes.empty")}
      add={t("adminService.outcomes.add")}
      twoLines
      drawer={(code, controls) => <OutcomeDrawer key={code?.id ?? "new"} code={code} controls={controls} />}
    />
  );
}

interface OutcomeFields {
  tenantId: string;
  code: string;
  name: string;
  kind: OutcomeCode["kind"];
  requiresSummary: boolean;
  active: boolean;
  position: number | null;
}

function OutcomeDrawer({ code, controls }: { code: OutcomeCode | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const home = useHomeTenant("topic.manage");
  const changed = useChanged("admin-outcome-codes", "outcome-codes");
  const form = useAdminForm<OutcomeFields, OutcomeCode>({
    initial: {
      tenantId: code?.tenantId ?? home,
      code: code?.code ?? "",
      name: code?.name ?? "",
      kind: code?.kind ?? "solved",
      requiresSummary: code?.requiresSummary ?? false,
      active: code?.active ?? true,
      position: code?.position ?? null,
    },
    check: (fields) => ({
      name: fields.name.trim() === "" ? t("admin.rule.required") : null,
      code: /^[a-z0-9][a-z0-9-]{0,39}$/.test(fields.code) ? null : t("admin.rule.code"),
    }),
    save: ({ tenantId, active, position, name, ...rest }) => {
      const shared = { name: name.trim(), kind: rest.kind, requiresSummary: rest.requiresSummary };
      const place = position === null ? {} : { position };
      return code
        ? changeOutcomeCode(code.id, { ...shared, ...place, active })
        : createOutcomeCode({ ...shared, ...place, tenantId, code: rest.code });
    },
    onSaved: async (saved) => {
      await changed();
      if (!code) controls.open(saved.id);
      return undefined;
    },
    keys: { outcomeCodeExists: "code" },
  });
  const untouched = form.fields.code === proposedKey(form.fields.name).slice(0, 40);
  return (
    <Drawer
      title={code?.name ?? t("adminService.outcomes.new")}
      second={code && `${tenantName(code.tenantId)} · ${code.code}`}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        readOnly={code !== null && !canIn("topic.manage", code.tenantId)}
        {...(code ? {} : { verb: t("adminService.outcomes.add") })}
      >
        <TextField
          {...form.text("name")}
          label={t("admin.name")}
          hint={t("adminService.outcomes.nameHint")}
          maxLength={80}
          autoComplete="off"
          onChange={(name) =>
            form.set(untouched && !code ? { name, code: proposedKey(name).slice(0, 40) } : { name })
          }
        />
        {!code && (
          <>
            <TextField
              {...form.text("code")}
              label={t("admin.code")}
              hint={t("admin.codeHint")}
              spellCheck={false}
              autoComplete="off"
            />
            <TenantField permission="topic.manage" {...form.text("tenantId")} />
          </>
        )}
        <Select
          label={t("adminService.outcomes.kind")}
          value={form.fields.kind}
          options={OUTCOME_KINDS.map((value) => ({
            value,
            label: t(`adminService.outcomes.kinds.${value}`),
          }))}
          onChange={(kind) => form.set({ kind: kind as OutcomeCode["kind"] })}
          hint={t(`adminService.outcomes.kindAbout.${form.fields.kind}`)}
        />
        <NumberField
          label={t("adminService.outcomes.position")}
          min={0}
          max={9999}
          value={form.fields.position}
          onChange={(position) => form.set({ position })}
          error={form.error("position")}
        />
        <Checkbox {...form.tick("requiresSummary")}>{t("adminService.outcomes.requiresSummary")}</Checkbox>
        {code && <Checkbox {...form.tick("active")}>{t("adminService.outcomes.active")}</Checkbox>}
      </FormPanel>
    </Drawer>
  );
}
