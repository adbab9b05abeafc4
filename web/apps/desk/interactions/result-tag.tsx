import { IconAlertTriangle, IconCircleCheck, IconPhoneX } from "@tabler/icons-react";
import type { InteractionRow } from "@vera/contracts/conversations";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";

type Ended = Pick<InteractionRow, "state" | "answeredAt" | "endReason" | "queueId" | "emergency">;

/** How it went, in one word: under way, answered, or why nobody talked. */
export function ResultTag({ item }: { item: Ended }) {
  const { t } = useTranslation();
  if (item.state !== "ended") {
    return (
      <StateTag state={item.state === "connected" ? "running" : "wait"}>
        {t(`interactions.state.${item.state}`)}
      </StateTag>
    );
  }
  if (item.endReason === "emergency") {
    return (
      <Tag tone="risk" icon={IconAlertTriangle}>
        {t("interactions.end.emergency")}
      </Tag>
    );
  }
  if (item.answeredAt) {
    return (
      <Tag tone="neutral" icon={IconCircleCheck}>
        {t("interactions.answered")}
      </Tag>
    );
  }
  if (item.endReason === "citizen-left" && item.queueId) {
    return (
      <Tag tone="risk" icon={IconPhoneX}>
        {t("interactions.abandoned")}
      </Tag>
    );
  }
  return <Tag tone="neutral">{t(`interactions.end.${item.endReason ?? "failed"}`)}</Tag>;
}
