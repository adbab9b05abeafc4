import type { Queue } from "@vera/contracts/routing-admin";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";
import { ActiveTag } from "../kit/active-tag.tsx";
import { ResourcePage } from "../kit/resource-page.tsx";
import { useSkills } from "../skills/use-skills.ts";
import { QueueDrawer } from "./queue-drawer.tsx";
import { useQueuesQuery } from "./use-queues.ts";
import { useStrategies } from "./use-strategies.ts";

/** Where people wait: who serves it, in what order, and what happens when it gets long. */
export function QueuesPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const skills = useSkills();
  const strategies = useStrategies();
  const needs = (queue: Queue): string =>
    queue.requirements
      .map(({ skillId, minimumLevel }) =>
        t("adminService.queues.needs", {
          skill: skills.find((skill) => skill.id === skillId)?.name ?? "…",
          level: minimumLevel,
        }),
      )
      .join(", ");
  return (
    <ResourcePage
      area="queues"
      title={t("admin.area.queues")}
      query={useQueuesQuery()}
      rowKey={(queue) => queue.id}
      tenantOf={(queue) => queue.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (queue) => queue.name,
          cell: (queue) => (
            <>
              <b>{queue.name}</b>
              <span className="table-second">{tenantName(queue.tenantId)}</span>
            </>
          ),
        },
        { id: "needs", header: t("adminService.queues.serves"), value: needs },
        {
          id: "strategy",
          header: t("adminService.queues.strategyShort"),
          value: (queue) => strategies.find(({ name }) => name === queue.strategy)?.label ?? queue.strategy,
          extra: true,
        },
        {
          id: "wrapUp",
          header: t("adminService.queues.wrapUp"),
          value: (queue) => t(`adminService.queues.wrapUpMode.${queue.wrapUp.mode}`),
          extra: true,
        },
        {
          id: "target",
          header: t("adminService.queues.target"),
          value: (queue) => queue.serviceLevelSeconds,
          cell: (queue) => t("admin.seconds", { count: queue.serviceLevelSeconds }),
          number: true,
        },
        {
          id: "active",
          header: t("admin.state"),
          value: (queue) => t(queue.active ? "admin.active" : "admin.inactive"),
          cell: (queue) =>
            queue.active ? <ActiveTag active /> : <Tag tone="off">{t("adminService.queues.closed")}</Tag>,
        },
      ]}
      empty={t("adminService.queues.empty")}
      add={t("adminService.queues.add")}
      twoLines
      drawer={(queue, controls) => <QueueDrawer key={queue?.id ?? "new"} queue={queue} controls={controls} />}
    />
  );
}
