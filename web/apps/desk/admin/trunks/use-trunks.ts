import { useQuery } from "@tanstack/react-query";
import type { Trunk } from "@vera/contracts/trunks";
import { listTrunks } from "../../../../shared/api/admin/trunks.ts";

/** State, live calls and answers change by themselves. */
const EVERY_MS = 10_000;
const NONE: readonly Trunk[] = [];

export function useTrunksQuery() {
  return useQuery({
    queryKey: ["admin-trunks"],
    queryFn: listTrunks,
    refetchInterval: EVERY_MS,
    select: (reply): readonly Trunk[] => reply.trunks,
  });
}

export function useTrunks(): readonly Trunk[] {
  return useTrunksQuery().data ?? NONE;
}
