import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { RecordingItem } from "@vera/contracts/voice";
import { Link, useSearch } from "wouter";
import { listRecordings } from "../../../shared/api/recordings.ts";
import { formatClock } from "../../../shared/format/clock.ts";
import { formatPhone } from "../../../shared/format/phone.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { ChannelGlyph } from "../../../shared/ui/channel-glyph.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import type { useAddress } from "../period/use-address.ts";
import { recordingQuery } from "./recording-query.ts";
import { useQueueNames } from "./use-queue-names.ts";

const PAGE = 50;

interface RecordingListProps {
  address: ReturnType<typeof useAddress>;
  openId: string | null;
}

/** Newest first; a page more at the foot. */
export function RecordingList({ address, openId }: RecordingListProps) {
  const { t } = useTranslation();
  const query = recordingQuery(address.search, { from: address.range.from, to: address.range.to });
  const pages = useInfiniteQuery({
    queryKey: ["recordings", query],
    queryFn: ({ pageParam }) =>
      listRecordings({ ...query, limit: PAGE, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.more ? page.items.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <nav className="recording-list" aria-label={t("recordings.list")}>
      {pages.error && <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={8} />}
      {pages.data && items.length === 0 && <EmptyState>{t("recordings.none")}</EmptyState>}
      <ul>
        {items.map((item) => (
          <RecordingRow key={item.id} item={item} open={item.id === openId} />
        ))}
      </ul>
      {items.length > 0 && (
        <div className="list-foot">
          <span className="sm mut" role="status">
            {t("recordings.shown", { count: items.length })}
          </span>
          {pages.hasNextPage && (
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t("interactions.more")}
            </Button>
          )}
        </div>
      )}
    </nav>
  );
}

function RecordingRow({ item, open }: { item: RecordingItem; open: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const search = useSearch();
  const queueName = useQueueNames();
  const number = item.direction === "inbound" ? item.fromNumber : item.toNumber;
  const agents = item.agents.map(({ name }) => name).filter(Boolean);
  const kind = item.kind === "voicemail" ? t("recordings.kinds.voicemail") : null;
  return (
    <li>
      <Link
        href={`/recordings/${item.id}${search ? `?${search}` : ""}`}
        className="recording-row"
        aria-current={open ? "page" : undefined}
      >
        <ChannelGlyph channel="voice" outbound={item.direction === "outbound"} />
        <b className="el">{number ? formatPhone(number) : t("interactions.withheld")}</b>
        <span className="nw" title={formats.exact(item.startedAt)}>
          {formats.when(item.startedAt)}
        </span>
        <span className="recording-second el">
          {[kind, agents.join(", ") || t("recordings.noAgent"), queueName(item.queueId)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <span className="recording-second nw">
          {item.status === "ready"
            ? formatClock((item.seconds ?? 0) * 1000)
            : t(`recordings.status.${item.status}`)}
        </span>
      </Link>
    </li>
  );
}
