import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useKey } from "../keys/use-key.ts";
import { Glyph } from "./glyph.tsx";
import type { SortOrder, TableColumn } from "./table-rows.ts";
import "./data-table.css";

export interface DrawnColumn<Row> extends TableColumn<Row> {
  /** How the cell is drawn; the value itself by default. */
  cell?: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly DrawnColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: SortOrder | null;
  onSort: (columnId: string) => void;
  /** The first column gets a button with its text, and the whole row can be pressed. */
  onOpen?: (row: Row) => void;
  openId?: string | null;
  twoLines?: boolean;
  foot?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, onOpen, openId, twoLines, foot } = props;
  const table = useRef<HTMLTableElement>(null);
  useKey("down", onOpen ? () => moveRow(table.current, 1) : null);
  useKey("up", onOpen ? () => moveRow(table.current, -1) : null);
  return (
    <table ref={table} className={twoLines ? "table table-two-lines" : "table"}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            data-openable={onOpen ? "" : undefined}
            aria-selected={openId === rowKey(row) || undefined}
            onClick={onOpen && (() => onOpen(row))}
          >
            {columns.map((column, index) => (
              <td key={column.id} className={column.number ? "num" : undefined}>
                {index === 0 && onOpen ? (
                  <button type="button" className="row-open" onClick={() => onOpen(row)}>
                    {drawCell(column, row)}
                  </button>
                ) : (
                  drawCell(column, row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}

interface HeadCellProps<Row> {
  column: DrawnColumn<Row>;
  sort: SortOrder | null;
  onSort: (columnId: string) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  return (
    <th scope="col" className={column.number ? "num" : undefined} aria-sort={direction}>
      <button type="button" className="th-sort" onClick={() => onSort(column.id)}>
        {column.header}
        {direction && <Glyph icon={direction === "ascending" ? IconArrowUp : IconArrowDown} size={14} />}
      </button>
    </th>
  );
}

function drawCell<Row>(column: DrawnColumn<Row>, row: Row): ReactNode {
  return column.cell ? column.cell(row) : column.value(row);
}

/** The focus goes to the row after or before the one that has it, else to the first. */
function moveRow(table: HTMLTableElement | null, by: 1 | -1): void {
  const rows = [...(table?.querySelectorAll<HTMLElement>(".row-open") ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at < 0 ? 0 : Math.max(0, Math.min(at + by, rows.length - 1))]?.focus();
}
