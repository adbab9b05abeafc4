import type { TopicNode } from "./use-topics.ts";

const STORE = "vera.topics";
const REMEMBERED = 40;
const SHOWN = 5;

/** The topics I chose last, most frequent first; until there are any, the first ones of the organism. */
export function likelyTopics(leaves: readonly TopicNode[], tenantId: string): TopicNode[] {
  return pickLikely(leaves, tenantId, remembered());
}

export function pickLikely(
  leaves: readonly TopicNode[],
  tenantId: string,
  used: readonly string[],
): TopicNode[] {
  const counts = new Map<string, number>();
  for (const id of used) counts.set(id, (counts.get(id) ?? 0) + 1);
  const mine = leaves
    .filter((topic) => counts.has(topic.id))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const own = leaves.filter((topic) => topic.tenantId === tenantId && !counts.has(topic.id));
  return [...mine, ...own].slice(0, SHOWN);
}

/** Remembers a choice on this computer: ids of topics only, nothing of a person. */
export function noteTopic(topicId: string): void {
  try {
    localStorage.setItem(STORE, JSON.stringify([topicId, ...remembered()].slice(0, REMEMBERED)));
  } catch {
    // No storage: the organism's own topics are then proposed.
  }
}

function remembered(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
