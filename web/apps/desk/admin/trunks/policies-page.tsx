import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { MyTenant } from "@vera/contracts/identity";
import type { OutboundPolicyReply } from "@vera/contracts/trunks";
import { openPolicy } from "../../../../shared/api/admin/trunks.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";
import { ResourceList } from "../kit/resource-list.tsx";
import { SplitPage } from "../kit/split-page.tsx";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { PolicyDrawer } from "./policy-drawer.tsx";

interface PolicyRow {
  tenant: MyTenant;
  reply: OutboundPolicyReply | undefined;
}

/** The toll-fraud wall: what the agents of each organism may dial. Without a policy, here or above, nothing. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const { me, canIn, tenantName } = useMe();
  const queries = useQueryClient();
  const route = useResourceRoute("outbound-policies");
  const tenants = me.tenants.filter(({ id }) => canIn("trunk.manage", id));
  const replies = useQueries({
    queries: tenants.map(({ id }) => ({ queryKey: ["admin-policy", id], queryFn: () => openPolicy(id) })),
  });
  const rows = tenants.map((tenant, index): PolicyRow => ({ tenant, reply: replies[index]?.data }));
  const failed = replies.find((reply) => reply.error);
  const opened = rows.find(({ tenant }) => tenant.id === route.openId);
  const origin = ({ reply }: PolicyRow): string => {
    if (!reply) return "";
    if (!reply.policy) return t("adminPhone.policies.none");
    return reply.inheritedFrom
      ? t("adminPhone.policies.inherited", { name: tenantName(reply.inheritedFrom) })
      : t("adminPhone.policies.own");
  };
  return (
    <SplitPage
      side={
        opened?.reply && (
          <PolicyDrawer
            key={opened.tenant.id}
            tenant={opened.tenant}
            reply={opened.reply}
            onClose={route.close}
          />
        )
      }
    >
      <ResourceList<PolicyRow>
        title={t("admin.area.outbound-policies")}
        about={t("adminPhone.policies.about")}
        source={{
          rows: replies.some((reply) => reply.isPending) ? undefined : rows,
          error: failed?.error,
          retry: () => void queries.refetchQueries({ queryKey: ["admin-policy"] }),
        }}
        rowKey={({ tenant }) => tenant.id}
        columns={[
          {
            id: "tenant",
            header: t("admin.tenant"),
            value: ({ tenant }) => tenant.name,
            cell: ({ tenant }) => <b>{tenant.name}</b>,
          },
          {
            id: "origin",
            header: t("adminPhone.policies.rule"),
            value: origin,
            cell: (row) =>
              row.reply?.policy ? origin(row) : <Tag tone="off">{t("adminPhone.policies.none")}</Tag>,
          },
          {
            id: "callerId",
            header: t("adminPhone.policies.callerId"),
            value: ({ reply }) => reply?.policy?.callerId ?? null,
            cell: ({ reply }) => (reply?.policy ? formatPhone(reply.policy.callerId) : "–"),
          },
          {
            id: "allowed",
            header: t("adminPhone.policies.allowed"),
            value: ({ reply }) => reply?.policy?.allowedPrefixes.join(", ") ?? null,
            extra: true,
          },
          {
            id: "blocked",
            header: t("adminPhone.policies.blocked"),
            value: ({ reply }) => reply?.policy?.blockedPrefixes.join(", ") ?? null,
            extra: true,
          },
          {
            id: "maxCalls",
            header: t("adminPhone.policies.maxCalls"),
            value: ({ reply }) => reply?.policy?.maxCalls ?? null,
            number: true,
          },
        ]}
        empty={t("adminPhone.policies.empty")}
        onOpen={({ tenant }) => route.open(tenant.id)}
        openId={route.openId}
        narrow={route.openId !== null}
        exportName="outbound-policies"
      />
    </SplitPage>
  );
}
