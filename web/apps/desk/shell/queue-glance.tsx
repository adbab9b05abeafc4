import { IconHourglassHigh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "react-i18next";
import { liveQueues } from "../../../shared/api/queues.ts";
import { formatClock } from "../../../shared/format/clock.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";

const EVERY_MS = 5000;

/** How many wait and for how long the oldest, over the queues I may see. */
export function QueueGlance() {
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
        {since === undefined ? (
          <Trans i18nKey="shell.nobodyWaits" components={{ b: <b /> }} />
        ) : (
          <Trans
            i18nKey="shell.waiting"
            values={{ waiting, oldest: formatClock(now - since) }}
            components={{ b: <b />, words: <span className="glance-words" /> }}
          />
        )}
      </span>
    </span>
  );
}
