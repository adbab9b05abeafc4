import { useQuery } from "@tanstack/react-query";
import type { PauseReason } from "@vera/contracts/routing-admin";
import {
  changePauseReason,
  createPauseReason,
  listAllPauseReasons,
  removePauseReason,
} from "../../../../shared/api/admin/routing.ts";
import { formatClock } from "../../../../shared/format/clock.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { proposedKey } from "../prompts/prompt-key.ts";

const MINUTE = 60;

/** Why agents pause; those of the system are shown, not changed. */
export function PauseReasonsPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const reasons = useQuery({
    queryKey: ["admin-pause-reasons"],
    queryFn: listAllPauseReasons,
    select: (reply): readonly PauseReason[] => reply.items,
  });
  return (
    <ResourcePage
      area="pause-reasons"
      title={t("admin.area.pause-reasons")}
      query={reasons}
      rowKey={(reason) => reason.id}
      tenantOf={(reason) => reason.tenantId}
      columns={[
        {
          id: "label",
          header: t("admin.name"),
          value: (reason) => reason.label,
          cell: (reason) => (
            <>
              <b>{reason.label}</b>{" "}
              {reason.system && <Tag tone="neutral">{t("adminService.pauses.system")}</Tag>}
              <span className="table-second">{reason.code}</span>
            </>
          ),
        },
        {
          id: "tenant",
          header: t("admin.tenant"),
          value: (reason) => (reason.tenantId ? tenantName(reason.tenantId) : t("admin.platform")),
        },
        {
          id: "productive",
          header: t("adminService.pauses.counts"),
          value: (reason) =>
            t(reason.productive ? "adminService.pauses.productive" : "adminService.pauses.rest"),
        },
        {
          id: "limit",
          header: t("adminService.pauses.limit"),
          value: (reason) => reason.limitSeconds,
          cell: (reason) => (reason.limitSeconds === null ? "–" : formatClock(reason.limitSeconds * 1000)),
          number: true,
        },
      ]}
      empty={t("adminService.pauses.empty")}
      add={t("adminService.pauses.add")}
      twoLines
      drawer={(reason, controls) => (
        <ReasonDrawer key={reason?.id ?? "new"} reason={reason} controls={controls} />
      )}
    />
  );
}

interface ReasonFields {
  tenantId: string;
  code: string;
  label: string;
  productive: boolean;
  limitMinutes: number | null;
}

function ReasonDrawer({ reason, controls }: { reason: PauseReason | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const home = useHomeTenant("queue.manage");
  const changed = useChanged("admin-pause-reasons", "pause-reasons");
  const form = useAdminForm<ReasonFields, PauseReason>({
    initial: {
      tenantId: reason?.tenantId ?? home,
      code: reason?.code ?? "",
      label: reason?.label ?? "",
      productive: reason?.productive ?? false,
      limitMinutes: reason?.limitSeconds ? reason.limitSeconds / MINUTE : null,
    },
    check: ({ label, code }) => ({
      label: label.trim() === "" ? t("admin.rule.required") : null,
      code: /^[a-z0-9-]{1,60}$/.test(code) ? null : t("admin.rule.code"),
    }),
    save: ({ tenantId, code, label, productive, limitMinutes }) => {
      const limitSeconds = limitMinutes === null ? null : Math.round(limitMinutes * MINUTE);
      const shared = { label: label.trim(), productive, limitSeconds };
      return reason ? changePauseReason(reason.id, shared) : createPauseReason({ tenantId, code, ...shared });
    },
    onSaved: async (saved) => {
      await changed();
      if (!reason) controls.open(saved.id);
      return undefined;
    },
    keys: { pauseReasonTaken: "code" },
    paths: { limitSeconds: "limitMinutes" },
  });
  const untouched = form.fields.code === proposedKey(form.fields.label);
  return (
    <Drawer
      title={reason?.label ?? t("adminService.pauses.new")}
      second={reason?.system ? t("adminService.pauses.systemLong") : reason?.code}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        readOnly={reason?.system ?? false}
        {...(reason ? {} : { verb: t("adminService.pauses.add") })}
        foot={
          reason &&
          !reason.system && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminService.pauses.removeAsk", { name: reason.label })}
              explain={t("adminService.pauses.removeExplain")}
              act={() => removePauseReason(reason.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextField
          {...form.text("label")}
          label={t("admin.name")}
          hint={t("adminService.pauses.nameHint")}
          maxLength={120}
          autoComplete="off"
          onChange={(label) =>
            form.set(untouched && !reason ? { label, code: proposedKey(label) } : { label })
          }
        />
        {!reason && (
          <>
            <TextField
              {...form.text("code")}
              label={t("admin.code")}
              hint={t("admin.codeHint")}
              spellCheck={false}
              autoComplete="off"
            />
            <TenantField permission="queue.manage" {...form.text("tenantId")} />
          </>
        )}
        <NumberField
          label={t("adminService.pauses.limitMinutes")}
          hint={t("adminService.pauses.limitHint")}
          placeholder={t("adminService.queues.noLimit")}
          min={1}
          max={1440}
          value={form.fields.limitMinutes}
          onChange={(limitMinutes) => form.set({ limitMinutes })}
          error={form.error("limitMinutes")}
        />
        <Checkbox {...form.tick("productive")}>{t("adminService.pauses.isProductive")}</Checkbox>
      </FormPanel>
    </Drawer>
  );
}
