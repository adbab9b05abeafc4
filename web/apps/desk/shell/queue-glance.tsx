import { IconHourglassHigh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { liveQueues } from "../../../shared/api/queues.ts";
import { formatClock } from "../../../shared/format/clock.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";

const EVERY_MS = 5000;

/** How many wait and for how long the oldest, over the queues I may see. */
export function QueueGlance() {
  const { t } = useTranslation();
  const now = useNow();
  const queues = useQuery({ queryKey: ["queues-live"], queryFn: liveQueues, refetchInterval: EVERY_MS });
  if (!queues.data) return null;
  const waiting = queues.data.items.reduce((sum, queue) => sum + queue.waiting, 0);
  const since = queues.data.items
    .flatMap((queue) => (queue.oldestWaitingSince ? [Date.parse(queue.oldestWaitingSince)] : []))
    .sort((a, b) => a - b)[0];
  return (
    <span className="glance">
      <Glyph icon={IconHourglassHigh} />
      <span>
        <b>{waiting}</b> {t("shell.waiting")}
        {since !== undefined && (
          <>
            <span className="glance-words">, {t("shell.oldest")}</span> <b>{formatClock(now - since)}</b>
          </>
        )}
      </span>
    </span>
  );
}
