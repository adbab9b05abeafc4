import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Button } from "../../../../shared/ui/button.tsx";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import "./row-list.css";

interface RowListProps<Row> {
  label: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** Draws the fields of a row; `change` takes what differs. */
  draw: (row: Row, change: (part: Partial<Row>) => void, index: number) => ReactNode;
  /** A new row, after the last one. */
  fresh: (last: Row | undefined) => Row;
  add: string;
  /** Names the row in its remove button: "Quitar el bloque 2". */
  takeOut: (index: number) => string;
  least?: number;
  most?: number;
  empty?: string;
  /** Labels are drawn over the first row only; screen readers have them in each. */
  tight?: boolean;
}

/** Rows of a form that are added and taken out: spans of a day, skills that a queue asks for. */
export function RowList<Row>(props: RowListProps<Row>) {
  const {
    label,
    rows,
    onChange,
    draw,
    fresh,
    add,
    takeOut,
    least = 0,
    most = 20,
    empty,
    tight = false,
  } = props;
  return (
    <fieldset className={tight ? "row-list row-list-tight" : "row-list"} aria-label={label}>
      {rows.length === 0 && empty && <p className="sm dim">{empty}</p>}
      {rows.map((row, index) => (
        // Rows have no name of their own: their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="row-list-row" key={index}>
          <div className="row-list-fields">
            {draw(
              row,
              (part) => onChange(rows.map((other, at) => (at === index ? { ...other, ...part } : other))),
              index,
            )}
          </div>
          <IconButton
            label={takeOut(index)}
            icon={IconTrash}
            size="small"
            disabled={rows.length <= least}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {rows.length < most && (
        <Button
          variant="ghost"
          size="small"
          icon={IconPlus}
          onClick={() => onChange([...rows, fresh(rows.at(-1))])}
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}
