import { useQuery } from "@tanstack/react-query";
import { listTopics } from "../../../shared/api/topics.ts";

export interface TopicNode {
  id: string;
  parentId: string | null;
  label: string;
  path: readonly string[];
  tenantId: string;
}

/** The active topics of the centre, ready for the tree. */
export function useTopics(): readonly TopicNode[] {
  const topics = useQuery({
    queryKey: ["topics"],
    queryFn: () => listTopics(),
    staleTime: 300_000,
    select: ({ topics: list }) =>
      list
        .filter((topic) => topic.active)
        .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, "es"))
        .map(
          (topic): TopicNode => ({
            id: topic.id,
            parentId: topic.parentId,
            label: topic.name,
            path: topic.path,
            tenantId: topic.tenantId,
          }),
        ),
  });
  return topics.data ?? NONE;
}

const NONE: readonly TopicNode[] = [];
