import { IconDownload, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { DataTable, type DrawnColumn } from "../../../../shared/ui/data-table.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import type { SortOrder } from "../../../../shared/ui/table-rows.ts";
import { useTable } from "../../../../shared/ui/use-table.ts";
import { moveRowFocus } from "./row-focus.ts";
import "./resource-list.css";

/** What a list needs of a query of TanStack Query. */
export interface ListSource<Row> {
  rows: readonly Row[] | undefined;
  error: unknown;
  retry: () => void;
}

/** `extra`: left out while something is open beside the list. */
export interface ListColumn<Row> extends DrawnColumn<Row> {
  extra?: boolean;
}

interface AddAction {
  label: string;
  onPick: () => void;
}

interface ResourceListProps<Row> {
  title: string;
  /** Says what this is for, under the title's row, in one sentence. */
  about?: string;
  source: ListSource<Row>;
  columns: readonly ListColumn<Row>[];
  rowKey: (row: Row) => string;
  sort?: SortOrder;
  /** Keeps a row that the filters of the page let through. */
  keep?: (row: Row) => boolean;
  filters?: ReactNode;
  /** The search is done by the server: the text and what to do with it. */
  search?: { value: string; onChange: (value: string) => void };
  /** What will be here, and the one thing to do. */
  empty: string;
  /** The button that adds; left out for who may not. */
  add?: AddAction | null;
  onOpen?: (row: Row) => void;
  openId?: string | null;
  /** A drawer takes a part of the width. */
  narrow?: boolean;
  foot?: ReactNode;
  /** More buttons at the right of the head. */
  actions?: ReactNode;
  exportName: string;
  twoLines?: boolean;
}

/** A list that sorts, filters, exports, says what it is while it is empty, and moves by keys. */
export function ResourceList<Row>(props: ResourceListProps<Row>) {
  const { title, about, source, columns, rowKey, sort, keep, filters, search, empty, add } = props;
  const { onOpen, openId = null, foot, actions, exportName, twoLines = false, narrow = false } = props;
  const { t } = useTranslation();
  const kept = keep ? (source.rows ?? []).filter(keep) : (source.rows ?? []);
  const table = useTable(kept, columns, sort ?? null);
  const query = search ?? { value: table.query, onChange: table.setQuery };
  const box = useRef<HTMLDivElement>(null);
  useKey("searchList", () => box.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus());
  useKey("down", () => moveRowFocus(box.current, 1));
  useKey("up", () => moveRowFocus(box.current, -1));
  useReturnFocus(box, openId, table.rows.map(rowKey));
  useOpenInSight(box, openId, table.rows.length);
  useEffect(() => {
    document.title = t("admin.pageTitle", { title });
  }, [t, title]);
  const none = source.rows?.length === 0 && query.value === "";
  return (
    <div className="resource" ref={box}>
      <ListHead
        title={title}
        count={source.rows && !none ? table.rows.length : null}
        actions={actions}
        add={add}
      />
      {about && <p className="resource-about">{about}</p>}
      <div className="resource-tools">
        <SearchBox label={t("admin.search")} value={query.value} onChange={query.onChange} />
        {filters}
        <span className="sp" />
        <IconButton
          label={t("admin.export")}
          icon={IconDownload}
          onClick={() => table.exportCsv(exportName)}
        />
      </div>
      <ListStates source={source} none={none} nothingFound={table.rows.length === 0}>
        <NothingYet text={empty} add={add} />
      </ListStates>
      {table.rows.length > 0 && (
        <div className="table-scroll">
          <DataTable
            caption={title}
            columns={narrow ? columns.filter((column) => !column.extra) : columns}
            rows={table.rows}
            rowKey={rowKey}
            sort={table.sort}
            onSort={table.sortBy}
            twoLines={twoLines}
            {...(onOpen ? { onOpen } : {})}
            openId={openId}
          />
          {foot}
        </div>
      )}
    </div>
  );
}

interface ListStatesProps<Row> {
  source: ListSource<Row>;
  none: boolean;
  nothingFound: boolean;
  /** Shown while there is nothing at all. */
  children: ReactNode;
}

/** Failed, loading, nothing yet, nothing found: what stands where the rows would. */
function ListStates<Row>({ source, none, nothingFound, children }: ListStatesProps<Row>) {
  const { t } = useTranslation();
  const { rows, error, retry } = source;
  if (error) {
    return (
      <div className="resource-note">
        <ProblemNote error={error} onRetry={retry} />
      </div>
    );
  }
  if (!rows) return <Skeleton lines={8} />;
  if (none) return children;
  return nothingFound ? <EmptyState>{t("admin.noneFound")}</EmptyState> : null;
}

interface ListHeadProps {
  title: string;
  count: number | null;
  actions: ReactNode;
  add: AddAction | null | undefined;
}

function ListHead({ title, count, actions, add }: ListHeadProps) {
  const { t } = useTranslation();
  return (
    <header className="resource-head">
      <h1>{title}</h1>
      <span className="sm mut" role="status">
        {count !== null && t("admin.count", { count })}
      </span>
      <span className="sp" />
      {actions}
      {add && (
        <Button variant="primary" icon={IconPlus} onClick={add.onPick}>
          {add.label}
        </Button>
      )}
    </header>
  );
}

function NothingYet({ text, add }: { text: string; add: AddAction | null | undefined }) {
  return (
    <EmptyState
      action={
        add && (
          <Button icon={IconPlus} onClick={add.onPick}>
            {add.label}
          </Button>
        )
      }
    >
      {text}
    </EmptyState>
  );
}

/** When the drawer closes, the focus goes back to the row it belonged to. */
function useReturnFocus(
  box: { readonly current: HTMLElement | null },
  openId: string | null,
  ids: readonly string[],
): void {
  const last = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when what is open changes
  useEffect(() => {
    const closed = last.current;
    last.current = openId;
    if (openId !== null || closed === null) return;
    const row = box.current?.querySelectorAll("tbody tr")[ids.indexOf(closed)];
    row?.querySelector<HTMLElement>(".row-open")?.focus();
  }, [openId]);
}

/** A row that was just added, or that an address opens, may be far down the list. */
function useOpenInSight(
  box: { readonly current: HTMLElement | null },
  openId: string | null,
  rowCount: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when what is open changes, or comes into the list
  useEffect(() => {
    if (openId === null) return;
    box.current?.querySelector("tbody tr[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [openId, rowCount]);
}
