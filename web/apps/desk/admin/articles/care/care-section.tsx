import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { ProblemNote } from "../../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../../shared/ui/skeleton.tsx";
import "../../../../../shared/ui/data-table.css";

interface CareSectionProps<Item> {
  title: string;
  about: string;
  empty: string;
  query: UseQueryResult<{ items: readonly Item[] }>;
  heads: readonly string[];
  draw: (item: Item) => ReactNode;
}

/** One list of things to look at, with what each needs; says when there is nothing. */
export function CareSection<Item>({ title, about, empty, query, heads, draw }: CareSectionProps<Item>) {
  const heading = useId();
  const items = query.data?.items;
  return (
    <section aria-labelledby={heading}>
      <h2 className="h2" id={heading}>
        {title} {items && <span className="dim">{items.length}</span>}
      </h2>
      <p className="sm mut">{items?.length === 0 ? empty : about}</p>
      {query.error ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending && <Skeleton lines={3} />}
      {items && items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{items.map(draw)}</tbody>
        </table>
      )}
    </section>
  );
}
