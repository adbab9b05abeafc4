import type { TopicNode } from "./use-topics.ts";

const STORE = "vera.topics";
const REMEMBERED = 40;
const SHOWN = 5;

/** The topics I chose last, most frequent first; none until there are any: a guess without evidence only distracts. */
export function likelyTopics(leaves: readonly TopicNode[]): TopicNode[] {
  return pickLikely(leaves, remembered());
}

export function pickLikely(leaves: readonly TopicNode[], used: readonly string[]): TopicNode[] {
  const counts = new Map<string, number>();
  for (const id of used) counts.set(id, (counts.get(id) ?? 0) + 1);
  return leaves
    .filter((topic) => counts.has(topic.id))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .slice(0, SHOWN);
}

/** Remembers a choice on this computer: ids of topics only, nothing of a person. */
export function noteTopic(topicId: string): void {
  try {
    localStorage.setItem(STORE, JSON.stringify([topicId, ...remembered()].slice(0, REMEMBERED)));
  } catch {
    // No storage: nothing is proposed.
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
