import type { Trunk } from "@vera/contracts/trunks";
import { changeTrunk, createTrunk, removeTrunk } from "../../../../shared/api/admin/trunks.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { NumberField } from "../kit/number-field.tsx";
import type { DrawerControls } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { type TrunkFields, toTrunk, trunkFields, wrongTrunkFields } from "./trunk-fields.ts";

const KINDS = ["register", "account", "address"] as const;
const FORMATS = ["digits", "plus", "national"] as const;

export function TrunkDrawer({ trunk, controls }: { trunk: Trunk | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const home = useHomeTenant("trunk.manage");
  const changed = useChanged("admin-trunks");
  const hasPassword = trunk?.hasPassword ?? false;
  const form = useAdminForm<TrunkFields, Trunk>({
    initial: trunkFields(trunk, home),
    check: (fields) =>
      Object.fromEntries(
        Object.entries(wrongTrunkFields(fields, { hasPassword })).map(([name, word]) => [
          name,
          t(`adminPhone.trunks.wrong.${word}`),
        ]),
      ),
    save: (fields) =>
      trunk
        ? changeTrunk(trunk.id, toTrunk(fields))
        : createTrunk({ tenantId: fields.tenantId, ...toTrunk(fields) }),
    onSaved: async (saved) => {
      await changed();
      if (!trunk) controls.open(saved.id);
      return trunkFields(saved, home);
    },
    keys: { trunkNameTaken: "name", trunkTooWide: "addresses" },
  });
  return (
    <Drawer
      title={trunk?.name ?? t("adminPhone.trunks.new")}
      second={trunk && tenantName(trunk.tenantId)}
      onClose={controls.close}
      wide
    >
      <FormPanel
        form={form}
        {...(trunk ? {} : { verb: t("adminPhone.trunks.add") })}
        foot={
          trunk && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminPhone.trunks.removeAsk", { name: trunk.name })}
              explain={t("adminPhone.trunks.removeExplain")}
              act={() => removeTrunk(trunk.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={80} autoComplete="off" />
        {!trunk && <TenantField permission="trunk.manage" {...form.text("tenantId")} />}
        <Connection form={form} trunk={trunk} />
        <FormSection title={t("adminPhone.trunks.use")}>
          <div className="form-grid">
            <Select
              label={t("adminPhone.trunks.numberFormat")}
              value={form.fields.numberFormat}
              options={FORMATS.map((value) => ({ value, label: t(`adminPhone.trunks.formats.${value}`) }))}
              onChange={(numberFormat) =>
                form.set({ numberFormat: numberFormat as TrunkFields["numberFormat"] })
              }
            />
            <NumberField
              label={t("adminPhone.trunks.maxCalls")}
              placeholder={t("adminPhone.trunks.noLimit")}
              min={1}
              max={10_000}
              value={form.fields.maxCalls}
              onChange={(maxCalls) => form.set({ maxCalls })}
              error={form.error("maxCalls")}
            />
          </div>
          <Checkbox {...form.tick("active")}>{t("adminPhone.trunks.active")}</Checkbox>
        </FormSection>
      </FormPanel>
    </Drawer>
  );
}

interface ConnectionProps {
  form: Pick<ReturnType<typeof useAdminForm<TrunkFields, Trunk>>, "fields" | "set" | "error" | "text">;
  trunk: Trunk | null;
}

/** How the two sides know each other; each kind asks for its own. */
function Connection({ form, trunk }: ConnectionProps) {
  const { t } = useTranslation();
  const { kind } = form.fields;
  return (
    <FormSection title={t("adminPhone.trunks.connection")}>
      <Select
        label={t("adminPhone.trunks.kind")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`adminPhone.trunks.kinds.${value}`) }))}
        onChange={(next) => form.set({ kind: next as TrunkFields["kind"] })}
        hint={t(`adminPhone.trunks.kindAbout.${kind}`)}
        error={form.error("kind")}
      />
      {kind !== "account" && (
        <div className="form-grid">
          <TextField
            {...form.text("host")}
            label={t("adminPhone.trunks.host")}
            spellCheck={false}
            autoComplete="off"
          />
          <NumberField
            label={t("adminPhone.trunks.port")}
            min={1}
            max={65_535}
            value={form.fields.port}
            onChange={(port) => form.set({ port })}
            error={form.error("port")}
          />
        </div>
      )}
      <Select
        label={t("adminPhone.trunks.transport")}
        value={form.fields.transport}
        options={[
          { value: "udp", label: "UDP" },
          { value: "tcp", label: "TCP" },
        ]}
        onChange={(transport) => form.set({ transport: transport as "udp" | "tcp" })}
      />
      {kind !== "address" && (
        <div className="form-grid">
          {kind === "register" ? (
            <TextField
              {...form.text("username")}
              label={t("adminPhone.trunks.username")}
              spellCheck={false}
              autoComplete="off"
            />
          ) : (
            <TextField
              label={t("adminPhone.trunks.username")}
              value={trunk?.kind === "account" ? (trunk.username ?? "") : ""}
              placeholder={t("adminPhone.trunks.usernameLater")}
              onChange={() => undefined}
              readOnly
              hint={t("adminPhone.trunks.usernameGiven")}
            />
          )}
          <TextField
            {...form.text("password")}
            label={t("adminPhone.trunks.password")}
            type="password"
            autoComplete="new-password"
            hint={t(trunk?.hasPassword ? "adminPhone.trunks.passwordKept" : "adminPhone.trunks.passwordHint")}
          />
        </div>
      )}
      <TextArea
        {...form.text("addresses")}
        label={t("adminPhone.trunks.addresses")}
        hint={t("adminPhone.trunks.addressesHint")}
        rows={3}
        spellCheck={false}
      />
    </FormSection>
  );
}
