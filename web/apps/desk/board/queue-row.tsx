import type { BoardQueue, Ratio } from "@vera/contracts/board";
import { Link } from "wouter";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../shared/ui/channel-glyph.tsx";
import { Clock } from "../../../shared/ui/clock.tsx";
import { Meter } from "../../../shared/ui/meter.tsx";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useMe } from "../session/me-context.ts";
import { queueWait } from "./queue-urgency.ts";
import { addRatio, shareOf } from "./sum-figures.ts";

/** The meter is full at one and a half thresholds, so that its tick stands at two thirds. */
const METER_THRESHOLDS = 1.5;

export function QueueRow({ queueId, queue }: { queueId: string; queue: BoardQueue }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const formats = useFormats();
  const { slToday, slNow, offered, abandoned } = queue;
  const sides = ({ numerator, denominator }: Ratio) => ({
    part: formats.count(numerator),
    whole: formats.count(denominator),
  });
  return (
    <tr className={queue.waiting > 0 && queue.readyAgents === 0 ? "queue-uncovered" : undefined}>
      <th scope="row">
        <span className="queue-name">
          <ChannelGlyph channel={queue.channel} />
          <span className="el">
            {can("interaction.read") ? (
              <Link
                href={`/interactions?period=today&queue=${queueId}`}
                className="side-link"
                aria-label={t("board.callsOf", { queue: queue.name })}
              >
                {queue.name}
              </Link>
            ) : (
              <b>{queue.name}</b>
            )}
            <span className="table-second el">{queue.tenantName}</span>
          </span>
        </span>
      </th>
      <td className="num b">{formats.count(queue.waiting)}</td>
      <td className="num">
        <QueueWaitCell queue={queue} />
      </td>
      <td className="num">{formats.count(queue.readyAgents)}</td>
      <td className="num" data-tip={t("board.levelTip", sides(slToday))}>
        {formats.share(shareOf(slToday))}
        <span className="table-second" data-tip={t("board.nowLevelTip", sides(slNow))}>
          {slNow.denominator > 0 && t("board.nowLevel", { level: formats.share(shareOf(slNow), 0) })}
        </span>
      </td>
      <td className="num">
        {formats.share(shareOf({ numerator: abandoned, denominator: offered }))}
        <span className="table-second">
          {offered > 0 && t("board.of", { part: formats.count(abandoned), whole: formats.count(offered) })}
        </span>
      </td>
      <td className="num">{handling(queue.aht)}</td>
    </tr>
  );
}

function QueueWaitCell({ queue }: { queue: BoardQueue }) {
  const { t } = useTranslation();
  const wait = queueWait(queue, useNow());
  if (wait.ms === null || queue.longestSince === null)
    return <span className="dim">{t("board.noWait")}</span>;
  const label = t("board.waitMeter", { queue: queue.name });
  const clock = <Clock since={queue.longestSince} label={label} />;
  return (
    <span className="queue-wait">
      <Meter
        label={label}
        value={wait.share}
        max={METER_THRESHOLDS}
        text={t("board.waitText", {
          wait: formatClock(wait.ms),
          threshold: formatClock(queue.thresholdSeconds * 1000),
        })}
        tone={wait.tone}
        tick
      />
      <span className="queue-clock">
        {wait.tone === "wait" ? clock : <StateTag state={wait.tone}>{clock}</StateTag>}
      </span>
    </span>
  );
}

export function QueueTotals({ queues }: { queues: readonly BoardQueue[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const total = (of: (queue: BoardQueue) => number): number =>
    queues.reduce((sum, queue) => sum + of(queue), 0);
  const ratio = (of: (queue: BoardQueue) => Ratio): Ratio =>
    queues.map(of).reduce(addRatio, { numerator: 0, denominator: 0 });
  const lost = { numerator: total((each) => each.abandoned), denominator: total((each) => each.offered) };
  return (
    <tr>
      <td>{t("board.queueCount", { count: queues.length })}</td>
      <td className="num">{formats.count(total((each) => each.waiting))}</td>
      <td />
      {/* An agent ready for two queues stands in both rows: a sum would count them twice. */}
      <td />
      <td className="num">{formats.share(shareOf(ratio((each) => each.slToday)))}</td>
      <td className="num">{formats.share(shareOf(lost))}</td>
      <td className="num">{handling(ratio((each) => each.aht))}</td>
    </tr>
  );
}

function handling(aht: Ratio): string {
  const ms = shareOf(aht);
  return ms === null ? "–" : formatClock(ms);
}
