import { useQueryClient } from "@tanstack/react-query";
import type { MyTenant } from "@vera/contracts/identity";
import type { OutboundPolicyReply } from "@vera/contracts/trunks";
import { setPolicy } from "../../../../shared/api/admin/trunks.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";

interface PolicyDrawerProps {
  tenant: MyTenant;
  reply: OutboundPolicyReply;
  onClose: () => void;
}

interface PolicyFields {
  callerId: string;
  allowed: string;
  blocked: string;
  maxCalls: number | null;
}

/** Saving gives the organism a policy of its own; those below it without one follow it. */
export function PolicyDrawer({ tenant, reply, onClose }: PolicyDrawerProps) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const queries = useQueryClient();
  const changed = useChanged("admin-policy");
  const { policy, inheritedFrom } = reply;
  const form = useAdminForm<PolicyFields, OutboundPolicyReply>({
    initial: {
      callerId: policy?.callerId ?? "+54",
      allowed: policy?.allowedPrefixes.join(", ") ?? "54",
      blocked: policy?.blockedPrefixes.join(", ") ?? "54600, 54609",
      maxCalls: policy?.maxCalls ?? 10,
    },
    check: ({ callerId, allowed, blocked }) => ({
      callerId: /^\+[1-9][0-9]{6,14}$/.test(compact(callerId))
        ? null
        : t("adminPhone.policies.callerIdWrong"),
      allowed: arePrefixes(allowed) ? null : t("adminPhone.policies.prefixesWrong"),
      blocked: arePrefixes(blocked) ? null : t("adminPhone.policies.prefixesWrong"),
    }),
    save: ({ callerId, allowed, blocked, maxCalls }) =>
      setPolicy(tenant.id, {
        callerId: compact(callerId),
        allowedPrefixes: prefixesOf(allowed),
        blockedPrefixes: prefixesOf(blocked),
        maxCalls: maxCalls ?? 0,
      }),
    onSaved: async (saved) => {
      queries.setQueryData(["admin-policy", tenant.id], saved);
      await changed();
      return undefined;
    },
    paths: { allowedPrefixes: "allowed", blockedPrefixes: "blocked" },
  });
  return (
    <Drawer
      title={tenant.name}
      second={
        inheritedFrom
          ? t("adminPhone.policies.inheritedLong", { name: tenantName(inheritedFrom) })
          : t(policy ? "adminPhone.policies.ownLong" : "adminPhone.policies.noneLong")
      }
      onClose={onClose}
    >
      <FormPanel form={form} {...(policy && !inheritedFrom ? {} : { verb: t("adminPhone.policies.setOwn") })}>
        <TextField
          {...form.text("callerId")}
          label={t("adminPhone.policies.callerId")}
          hint={t("adminPhone.policies.callerIdHint")}
          type="tel"
          autoComplete="off"
        />
        <TextArea
          {...form.text("allowed")}
          label={t("adminPhone.policies.allowed")}
          hint={t("adminPhone.policies.allowedHint")}
          rows={2}
          spellCheck={false}
        />
        <TextArea
          {...form.text("blocked")}
          label={t("adminPhone.policies.blocked")}
          hint={t("adminPhone.policies.blockedHint")}
          rows={2}
          spellCheck={false}
        />
        <NumberField
          label={t("adminPhone.policies.maxCalls")}
          min={0}
          max={10_000}
          value={form.fields.maxCalls}
          onChange={(maxCalls) => form.set({ maxCalls })}
          error={form.error("maxCalls")}
        />
      </FormPanel>
    </Drawer>
  );
}

function compact(number: string): string {
  return number.replace(/[\s().-]/g, "");
}

function prefixesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((prefix) => prefix.replace(/^\+/, ""))
    .filter(Boolean);
}

function arePrefixes(text: string): boolean {
  return prefixesOf(text).every((prefix) => /^[0-9]{1,15}$/.test(prefix));
}
