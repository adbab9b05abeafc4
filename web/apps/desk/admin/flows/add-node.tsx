import { IconPlus } from "@tabler/icons-react";
import type { FlowGraph, NodeType } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Menu } from "../../../../shared/ui/menu.tsx";
import { freeId, withNode } from "./edit-graph.ts";
import { useFlowThings } from "./flow-things.ts";
import { newNode } from "./form/new-node.ts";
import { NODE_TYPES } from "./form/node-fields.ts";
import { NODE_ICON } from "./node-look.ts";

interface AddNodeProps {
  graph: FlowGraph;
  onChange: (graph: FlowGraph, selected: string) => void;
}

/** A new step; it is connected from the exits of the others. */
export function AddNode({ graph, onChange }: AddNodeProps) {
  const { t } = useTranslation();
  const things = useFlowThings();
  const add = (type: NodeType): void => {
    const id = freeId(graph, type);
    const node = newNode(type, {
      queueId: things.queues[0]?.id ?? "",
      calendarId: things.calendars[0]?.id ?? "",
      flowId: things.flows[0]?.id ?? "",
      emergencyCode: things.emergencies[0]?.code ?? "911",
      words: t("adminFlow.say.newText"),
    });
    onChange(withNode(graph, id, node), id);
  };
  return (
    <Menu
      label={t("adminFlow.addNode")}
      entries={NODE_TYPES.map((type) => ({
        id: type,
        label: t(`adminFlow.kind.${type}`),
        icon: NODE_ICON[type],
        onPick: () => add(type),
      }))}
    >
      {(trigger) => (
        <Button size="small" icon={IconPlus} {...trigger}>
          {t("adminFlow.addNode")}
        </Button>
      )}
    </Menu>
  );
}
