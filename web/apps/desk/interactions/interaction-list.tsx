import { IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { interactionsCsvUrl, listInteractions } from "../../../shared/api/interaction-list.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { useAddress } from "../period/use-address.ts";
import { useMe } from "../session/me-context.ts";
import { interactionsQuery, nextSort, sortOf } from "./interaction-filter.ts";
import { InteractionFilters } from "./interaction-filters.tsx";
import { InteractionTable } from "./interaction-table.tsx";
import "./interactions.css";

const PAGE = 60;
const FILTERS = ["show", "queue", "agent", "number"] as const;

/** A question in the head, the answer below, a page more at a time. */
export function InteractionList() {
  const { t } = useTranslation();
  const { can } = useMe();
  const address = useAddress("7d");
  const query = interactionsQuery(address.search, { from: address.range.from, to: address.range.to });
  useEffect(() => {
    document.title = t("interactions.pageTitle");
  }, [t]);
  const pages = useInfiniteQuery({
    queryKey: ["interactions", query],
    queryFn: ({ pageParam }) =>
      listInteractions({ ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = FILTERS.some((name) => address.search.get(name));
  const clear = (): void => address.set(Object.fromEntries(FILTERS.map((name) => [name, null])));
  return (
    <main className="page">
      <div className="filter-bar">
        <h1>{t("interactions.title")}</h1>
        <InteractionFilters address={address} />
        <div className="filter-end">
          {filtered && (
            <Button variant="ghost" onClick={clear}>
              {t("interactions.clear")}
            </Button>
          )}
          {can("report.export") && (
            <a className="btn btn-ghost" href={interactionsCsvUrl(query)} download>
              <Glyph icon={IconDownload} />
              {t("interactions.export")}
            </a>
          )}
        </div>
      </div>
      {pages.error && <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={10} />}
      {pages.data && items.length === 0 && (
        <EmptyState
          action={filtered ? <Button onClick={clear}>{t("interactions.clear")}</Button> : undefined}
        >
          {t("interactions.none")}
        </EmptyState>
      )}
      {items.length > 0 && (
        // Scrolled by keyboard too, so it can take the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <div className="table-scroll" tabIndex={0}>
          <InteractionTable
            items={items}
            sort={sortOf(address.search)}
            onSort={(sort) => address.set(nextSort(address.search, sort))}
          />
          <div className="list-foot">
            <span className="sm mut" role="status">
              {t("interactions.shown", { count: items.length })}
            </span>
            {pages.hasNextPage && (
              <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t("interactions.more")}
              </Button>
            )}
          </div>
        </div>
      )}
    </main>
  );
}
