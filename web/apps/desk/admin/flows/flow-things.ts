import { useQueries } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { listCalendars } from "../../../../shared/api/admin/calendars.ts";
import { listEmergencyNumbers, listFlows, listNodeKinds } from "../../../../shared/api/admin/flows.ts";
import { listPrompts } from "../../../../shared/api/admin/prompts.ts";
import { listQueues } from "../../../../shared/api/admin/routing.ts";

/** What a flow of this organism may name: queues, hours, other flows, audios, emergency numbers. */
const TenantContext = createContext<string>("");
export const FlowTenantProvider = TenantContext.Provider;

export function useFlowThings() {
  const tenantId = useContext(TenantContext);
  const [queues, calendars, flows, prompts, emergencies, kinds] = useQueries({
    queries: [
      { queryKey: ["admin-queues"], queryFn: listQueues },
      { queryKey: ["admin-calendars"], queryFn: listCalendars },
      { queryKey: ["admin-flows"], queryFn: listFlows },
      { queryKey: ["admin-prompts"], queryFn: listPrompts },
      { queryKey: ["admin-emergency"], queryFn: listEmergencyNumbers, staleTime: Number.POSITIVE_INFINITY },
      { queryKey: ["admin-node-kinds"], queryFn: listNodeKinds, staleTime: Number.POSITIVE_INFINITY },
    ],
  });
  const own = <Thing extends { tenantId: string }>(things: readonly Thing[] | undefined): Thing[] =>
    (things ?? []).filter((thing) => thing.tenantId === tenantId);
  return {
    queues: own(queues.data?.items),
    calendars: own(calendars.data?.calendars),
    flows: own(flows.data?.flows),
    prompts: own(prompts.data?.prompts),
    emergencies: emergencies.data?.numbers ?? [],
    kinds: kinds.data?.kinds ?? [],
  };
}
