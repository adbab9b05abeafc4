import { useQuery } from "@tanstack/react-query";
import { listStrategies, type RoutingStrategy } from "../../../../shared/api/admin/routing.ts";

const NONE: readonly RoutingStrategy[] = [];

/** The ways to choose the agent: plug-ins of the server, with their words. */
export function useStrategies(): readonly RoutingStrategy[] {
  const query = useQuery({
    queryKey: ["admin-strategies"],
    queryFn: listStrategies,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ items }) => items,
  });
  return query.data ?? NONE;
}
