import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { liveQueues } from "../../../shared/api/queues.ts";
import { useMe } from "../session/me-context.ts";

const LONG_MS = 300_000;

/** Names of the queues that I may see. */
export function useQueueNames(): (queueId: string | null) => string | null {
  const { can } = useMe();
  const queues = useQuery({
    queryKey: ["queues-live"],
    queryFn: liveQueues,
    staleTime: LONG_MS,
    enabled: can("queue.read"),
  });
  return useMemo(() => {
    const names = new Map((queues.data?.items ?? []).map(({ queueId, name }) => [queueId, name]));
    return (queueId) => (queueId === null ? null : (names.get(queueId) ?? null));
  }, [queues.data]);
}
