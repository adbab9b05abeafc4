import { useQuery } from "@tanstack/react-query";
import type { Queue } from "@vera/contracts/routing-admin";
import { listQueues } from "../../../../shared/api/admin/routing.ts";

const NONE: readonly Queue[] = [];

export function useQueuesQuery() {
  return useQuery({
    queryKey: ["admin-queues"],
    queryFn: listQueues,
    select: ({ items }): readonly Queue[] =>
      [...items].sort((a, b) => a.name.localeCompare(b.name, "es", { numeric: true })),
  });
}

/** The queues of my organisms, by name. */
export function useQueues(): readonly Queue[] {
  return useQueuesQuery().data ?? NONE;
}
