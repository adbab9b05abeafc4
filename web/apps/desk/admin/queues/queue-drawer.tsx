import type { Queue, QueueChange } from "@vera/contracts/routing-admin";
import { changeQueue, closeQueue, createQueue } from "../../../../shared/api/admin/routing.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import type { DrawerControls } from "../kit/resource-page.tsx";
import { type FieldTexts, useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { type QueueFields, queueFields, toQueue, USUAL_QUEUE, wrongQueueFields } from "./queue-fields.ts";
import { QueueLimits } from "./queue-limits.tsx";
import { QueueService } from "./queue-service.tsx";
import { QueueStart } from "./queue-start.tsx";
import { QueueWork } from "./queue-work.tsx";

interface QueueDrawerProps {
  queue: Queue | null;
  controls: DrawerControls;
}

export function QueueDrawer({ queue, controls }: QueueDrawerProps) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const home = useHomeTenant("queue.manage");
  const changed = useChanged("admin-queues", "queues-live");
  const form = useAdminForm<QueueFields, Queue>({
    initial: queue ? queueFields(queue) : { ...USUAL_QUEUE, tenantId: home },
    check: (fields) => said(wrongQueueFields(fields), t),
    save: (fields) => (queue ? changeQueue(queue.id, changeOf(fields)) : createQueue(toQueue(fields))),
    onSaved: async (saved) => {
      await changed();
      if (!queue) controls.open(saved.id);
      return queueFields(saved);
    },
    keys: {
      queueNameTaken: "name",
      unknownStrategy: "strategy",
      relaxStepsOrder: "relaxSteps",
      unknownSkill: "requirements",
      overflowElsewhere: "overflowQueueId",
      overflowCircle: "overflowQueueId",
    },
    paths: { overflow: "overflowQueueId", wrapUp: "wrapUpMode", "wrapUp/seconds": "wrapUpSeconds" },
  });
  return (
    <Drawer
      title={queue?.name ?? t("adminService.queues.new")}
      second={queue && tenantName(queue.tenantId)}
      onClose={controls.close}
      wide
    >
      <FormPanel
        form={form}
        {...(queue ? {} : { verb: t("adminService.queues.add") })}
        foot={
          queue?.active && (
            <ConfirmButton
              verb={t("adminService.queues.close")}
              question={t("adminService.queues.closeAsk", { name: queue.name })}
              explain={t("adminService.queues.closeExplain")}
              act={() => closeQueue(queue.id)}
              onDone={() => {
                controls.close();
                void changed(t("adminService.queues.closedSaid"));
              }}
            />
          )
        }
      >
        <QueueStart form={form} isNew={queue === null} />
        <QueueService form={form} />
        <QueueWork form={form} />
        <QueueLimits form={form} queueId={queue?.id ?? null} />
      </FormPanel>
    </Drawer>
  );
}

/** The organism of a queue never changes. */
function changeOf(fields: QueueFields): QueueChange {
  const { tenantId: _, ...change } = toQueue(fields);
  return change;
}

function said(
  wrong: Partial<Record<keyof QueueFields, string>>,
  t: (key: string) => string,
): FieldTexts<QueueFields> {
  return Object.fromEntries(
    Object.entries(wrong).map(([name, key]) => [name, t(`adminService.queues.wrong.${key}`)]),
  );
}
