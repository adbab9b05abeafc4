import type { FlowGraph } from "@vera/contracts/ivr-nodes";

/** Known of every call, besides what the flow itself collects or sets. */
const OF_EVERY_CALL = ["caller.number", "called.number"];

/** Names offered while one is typed. */
export function FlowVariables({ graph }: { graph: FlowGraph }) {
  const collected = Object.values(graph.nodes).flatMap((node) => {
    if (node.type === "collect-digits") return [node.variable];
    return node.type === "set-data" ? Object.keys(node.data) : [];
  });
  return (
    <datalist id="flow-variables">
      {[...new Set([...OF_EVERY_CALL, ...collected])].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
