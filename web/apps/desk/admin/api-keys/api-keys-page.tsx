import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ApiKey, CreatedApiKey } from "@vera/contracts/identity";
import { useState } from "react";
import { createApiKey, listApiKeys, revokeApiKey } from "../../../../shared/api/admin/keys-and-audit.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { Secret } from "../kit/secret.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { PermissionTicks } from "../roles/permission-ticks.tsx";
import { keyState } from "./key-state.ts";
import "../audit/audit.css";

/** Keys with which other programs come in; the key itself is shown once. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tenantName } = useMe();
  const keys = useQuery({
    queryKey: ["admin-api-keys"],
    queryFn: listApiKeys,
    select: (reply): readonly ApiKey[] => reply.apiKeys,
  });
  return (
    <ResourcePage
      area="api-keys"
      title={t("admin.area.api-keys")}
      about={t("adminSystem.keys.about")}
      query={keys}
      rowKey={(key) => key.id}
      tenantOf={(key) => key.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (key) => key.name,
          cell: (key) => (
            <>
              <b>{key.name}</b>
              <span className="table-second">vera_{key.prefix}_…</span>
            </>
          ),
        },
        {
          id: "tenant",
          header: t("admin.tenant"),
          value: (key) => (key.tenantId ? tenantName(key.tenantId) : t("admin.platform")),
        },
        {
          id: "permissions",
          header: t("adminSystem.keys.permissions"),
          value: (key) => key.permissions.length,
          number: true,
        },
        {
          id: "state",
          header: t("admin.state"),
          value: (key) => t(`adminSystem.keys.state.${keyState(key, Date.now())}`),
          cell: (key) => {
            const state = keyState(key, Date.now());
            return (
              <Tag tone={state === "active" ? "ready" : "off"}>{t(`adminSystem.keys.state.${state}`)}</Tag>
            );
          },
        },
        {
          id: "lastUsedAt",
          header: t("adminSystem.keys.lastUsed"),
          value: (key) => key.lastUsedAt,
          cell: (key) => (key.lastUsedAt ? formats.when(key.lastUsedAt) : t("adminSystem.keys.never")),
          number: true,
          extra: true,
        },
      ]}
      empty={t("adminSystem.keys.empty")}
      add={t("adminSystem.keys.add")}
      twoLines
      drawer={(key, controls) =>
        key ? (
          <KeyDrawer key={key.id} apiKey={key} onClose={controls.close} />
        ) : (
          <NewKey controls={controls} />
        )
      }
    />
  );
}

function KeyDrawer({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tenantName } = useMe();
  const changed = useChanged("admin-api-keys");
  const when = (at: string | null, none: string): string => (at ? formats.whenWithDay(at) : none);
  const place = apiKey.tenantId ? tenantName(apiKey.tenantId) : t("admin.platform");
  return (
    <Drawer title={apiKey.name} second={`vera_${apiKey.prefix}_…`} onClose={onClose} wide>
      <div className="drawer-body">
        <dl className="facts">
          <dt>{t("admin.tenant")}</dt>
          <dd>{apiKey.includesDescendants ? t("adminSystem.keys.andBelow", { name: place }) : place}</dd>
          <dt>{t("adminSystem.keys.created")}</dt>
          <dd>{formats.whenWithDay(apiKey.createdAt)}</dd>
          <dt>{t("adminSystem.keys.expires")}</dt>
          <dd>{when(apiKey.expiresAt, t("adminSystem.keys.noExpiry"))}</dd>
          <dt>{t("adminSystem.keys.lastUsed")}</dt>
          <dd>{when(apiKey.lastUsedAt, t("adminSystem.keys.never"))}</dd>
          {apiKey.revokedAt && (
            <>
              <dt>{t("adminSystem.keys.revoked")}</dt>
              <dd>{formats.whenWithDay(apiKey.revokedAt)}</dd>
            </>
          )}
        </dl>
        <FormSection title={t("adminSystem.keys.permissions")}>
          <ul className="key-permissions">
            {apiKey.permissions.map((permission) => (
              <li key={permission}>{t(`adminPeople.permission.${permission.replace(".", "-")}`)}</li>
            ))}
          </ul>
        </FormSection>
        {!apiKey.revokedAt && (
          <div>
            <ConfirmButton
              verb={t("adminSystem.keys.revoke")}
              question={t("adminSystem.keys.revokeAsk", { name: apiKey.name })}
              explain={t("adminSystem.keys.revokeExplain")}
              act={async () => {
                await revokeApiKey(apiKey.id);
                await changed(t("adminSystem.keys.revokedSaid"));
              }}
            />
          </div>
        )}
      </div>
    </Drawer>
  );
}

interface KeyFields {
  name: string;
  tenantId: string;
  includesDescendants: boolean;
  /** Last day on which it works; empty = always. */
  lastDay: string;
  permissions: string[];
}

function NewKey({ controls }: { controls: DrawerControls }) {
  const { t } = useTranslation();
  const { me } = useMe();
  const home = useHomeTenant("api-key.manage");
  const changed = useChanged("admin-api-keys");
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const everywhere = me.permissions["api-key.manage"] === "all";
  const form = useAdminForm<KeyFields, CreatedApiKey>({
    initial: { name: "", tenantId: home, includesDescendants: false, lastDay: "", permissions: [] },
    check: ({ name, permissions }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      permissions: permissions.length === 0 ? t("adminSystem.keys.permissionMissing") : null,
    }),
    save: ({ name, tenantId, includesDescendants, lastDay, permissions }) =>
      createApiKey({
        name: name.trim(),
        tenantId: tenantId || null,
        includesDescendants,
        permissions,
        expiresAt: lastDay ? new Date(`${lastDay}T23:59:59`).toISOString() : null,
      }),
    onSaved: async (saved) => {
      setCreated(saved);
      await changed(t("adminSystem.keys.added"));
      return undefined;
    },
    keys: { expiryPast: "lastDay", notYours: "permissions" },
    paths: { expiresAt: "lastDay" },
  });
  return (
    <Drawer title={t("adminSystem.keys.new")} onClose={controls.close} wide>
      {created ? (
        <div className="drawer-body">
          <Secret
            label={t("adminSystem.keys.keyOf", { name: created.apiKey.name })}
            value={created.key}
            copy={t("adminSystem.keys.copy")}
            copied={t("adminSystem.keys.copied")}
            icon={IconCopy}
            hint={t("adminSystem.keys.onlyOnce")}
          />
          <div>
            <Button onClick={() => controls.open(created.apiKey.id)}>{t("adminSystem.keys.show")}</Button>
          </div>
        </div>
      ) : (
        <FormPanel form={form} verb={t("adminSystem.keys.add")}>
          <TextField
            {...form.text("name")}
            label={t("admin.name")}
            hint={t("adminSystem.keys.nameHint")}
            maxLength={80}
            autoComplete="off"
          />
          <TenantField
            permission="api-key.manage"
            {...form.text("tenantId")}
            {...(everywhere ? { platform: t("admin.platform") } : {})}
          />
          <Checkbox {...form.tick("includesDescendants")}>{t("adminSystem.keys.below")}</Checkbox>
          <TextField
            {...form.text("lastDay")}
            label={t("adminSystem.keys.lastDay")}
            hint={t("adminSystem.keys.lastDayHint")}
            type="date"
          />
          <FormSection title={t("adminSystem.keys.permissions")} hint={t("adminSystem.keys.permissionsHint")}>
            {form.error("permissions") && <p className="field-error">{form.error("permissions")}</p>}
            <PermissionTicks
              value={form.fields.permissions}
              onChange={(permissions) => form.set({ permissions })}
              among={Object.keys(me.permissions)}
            />
          </FormSection>
        </FormPanel>
      )}
    </Drawer>
  );
}
