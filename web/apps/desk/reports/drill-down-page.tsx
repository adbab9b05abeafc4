import { IconArrowLeft } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { DrillDownItem, Kpi } from "@vera/contracts/reporting";
import { Link, useSearchParams } from "wouter";
import { drillDown } from "../../../shared/api/reports.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { useAddress } from "../period/use-address.ts";
import { DrillDownTable } from "./drill-down-table.tsx";
import { sliceOf } from "./report-question.ts";
import { useFigureWords } from "./use-figure-words.ts";

const PAGE = 100;

/** What one number is made of, call by call; the sums at the foot are the number. */
export function DrillDownPage({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const { search, range } = useAddress("today");
  const cell = { from: search.get("start") ?? range.from, to: search.get("end") ?? range.to };
  const slice = sliceOf(kpi, search, cell);
  const pages = useInfiniteQuery({
    queryKey: ["drill-down", slice],
    queryFn: ({ pageParam }) =>
      drillDown({ ...slice, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="report-body">
      <div className="report-head">
        <BackToReport kpi={kpi} />
        <h2>{words.in(kpi.name)}</h2>
        <SliceWords from={cell.from} to={cell.to} first={items[0]} narrowed={slice} />
      </div>
      {pages.error && <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={8} />}
      {pages.data && items.length === 0 && <EmptyState>{t("reports.noCalls")}</EmptyState>}
      {items.length > 0 && (
        <>
          <DrillDownTable kpi={kpi} items={items} complete={!pages.hasNextPage} />
          {pages.hasNextPage && (
            <div className="list-foot">
              <span />
              <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t("interactions.more")}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function BackToReport({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const back = new URLSearchParams(search);
  back.delete("start");
  back.delete("end");
  if (back.get("by")) for (const name of ["organism", "queue", "agent", "trunk", "route"]) back.delete(name);
  return (
    <Link
      href={`/reports/${kpi.id}?${back.toString()}`}
      className="btn btn-icon btn-ghost"
      aria-label={t("reports.back")}
      data-tip={t("reports.back")}
    >
      <Glyph icon={IconArrowLeft} />
    </Link>
  );
}

interface SliceWordsProps {
  from: string;
  to: string;
  first: DrillDownItem | undefined;
  narrowed: { queueId?: string; agentId?: string };
}

/** Which calls these are: the time, and the queue or agent where the question was narrowed to one. */
function SliceWords({ from, to, first, narrowed }: SliceWordsProps) {
  const formats = useFormats();
  const day = formats.date(from);
  const sameDay = Date.parse(to) - Date.parse(from) <= 86_400_000;
  const last = formats.date(new Date(Date.parse(to) - 1).toISOString());
  const wholeDay = formats.time(from) === "00:00" && formats.time(to) === "00:00";
  const when = wholeDay
    ? sameDay
      ? day
      : `${day} – ${last}`
    : `${day} ${formats.time(from)}–${formats.time(to)}`;
  const who = [narrowed.queueId && first?.queueName, narrowed.agentId && first?.agentName];
  return <span className="mut">{[when, ...who].filter(Boolean).join(" · ")}</span>;
}
