import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FlowDetail } from "@vera/contracts/ivr";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { useState } from "react";
import { saveFlowDraft, validateFlow } from "../../../../shared/api/admin/flows.ts";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { forgetUnsaved, useUnsaved } from "../kit/unsaved.ts";
import { graphText } from "./edit-graph.ts";
import { schemaProblems } from "./graph-problems.ts";

/** The draft on the screen, what is wrong with it as it stands, and keeping it. */
export function useFlowDraft(flow: FlowDetail) {
  const queries = useQueryClient();
  const [graph, setGraph] = useState<FlowGraph>(flow.draft);
  const text = graphText(graph);
  const settled = useSettled(text);
  const dirty = text !== graphText(flow.draft);
  useUnsaved(dirty);
  const validation = useQuery({
    queryKey: ["admin-flow-validation", flow.tenantId, settled],
    queryFn: () => validateFlow({ tenantId: flow.tenantId, graph: JSON.parse(settled) as FlowGraph }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const save = useMutation({
    mutationFn: () => saveFlowDraft(flow.id, { revision: flow.revision, graph }),
    onSuccess: async (saved) => {
      forgetUnsaved();
      queries.setQueryData(["admin-flow", flow.id], saved);
      await queries.invalidateQueries({ queryKey: ["admin-flows"] });
    },
  });
  const refused = schemaProblems(validation.error);
  return {
    graph,
    setGraph,
    dirty,
    problems: refused.length > 0 ? refused : (validation.data?.problems ?? flow.problems),
    /** The problems are those of what is on the screen. */
    checked: settled === text && !validation.isFetching,
    save,
  };
}
export type FlowDraft = ReturnType<typeof useFlowDraft>;
