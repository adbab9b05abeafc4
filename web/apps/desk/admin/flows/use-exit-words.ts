import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import type { NodeExit } from "./exit-names.ts";
import { useFlowThings } from "./flow-things.ts";

/** Words of exits and nodes: a key with its option, the name a designer gave, else the word of the kind. */
export function useFlowWords() {
  const { t } = useTranslation();
  const { queues } = useFlowThings();
  const kind = (node: FlowNode): string => t(`adminFlow.kind.${node.type}`);
  const unnamed = (node: FlowNode): string => {
    const queue = "queueId" in node ? queues.find(({ id }) => id === node.queueId)?.name : undefined;
    return queue === undefined ? kind(node) : `${kind(node)}: ${queue}`;
  };
  return {
    exit: ({ name, label }: NodeExit): string => {
      if (label !== undefined) return `${name} · ${label || "…"}`;
      const known = t([`adminFlow.exit.${name}`]);
      return known.startsWith("adminFlow.") ? name : known;
    },
    /** The designer's name, else the kind, with the queue it leads to. */
    node: (node: FlowNode): string => node.name ?? unnamed(node),
    kind,
  };
}
