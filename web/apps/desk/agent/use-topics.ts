import { useQuery } from "@tanstack/react-query";
import type { TopicList } from "@vera/contracts/tenants";
import { listTopics } from "../../../shared/api/topics.ts";
import { topicWords } from "../../../shared/format/topic-words.ts";

export interface TopicNode {
  id: string;
  parentId: string | null;
  label: string;
  path: readonly string[];
  tenantId: string;
  /** What it is found by: names and aliases of its path. */
  words: string;
}

/** The active topics of the centre, ready for the tree. */
export function useTopics(): readonly TopicNode[] {
  const topics = useQuery({
    queryKey: ["topics"],
    queryFn: () => listTopics(),
    staleTime: 300_000,
    select: readyForTree,
  });
  return topics.data ?? NONE;
}

function readyForTree({ topics }: TopicList): TopicNode[] {
  const words = topicWords(topics);
  return topics
    .filter((topic) => topic.active)
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, "es"))
    .map(({ id, parentId, name, path, tenantId }) => ({
      id,
      parentId,
      label: name,
      path,
      tenantId,
      words: words.get(id) ?? name,
    }));
}

const NONE: readonly TopicNode[] = [];
