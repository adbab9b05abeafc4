interface NamedTopic {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What each topic is found by: the names and aliases of its whole path, as the server's search reads them. */
export function topicWords(topics: readonly NamedTopic[]): ReadonlyMap<string, string> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const words = (topic: NamedTopic, deep: number): string => {
    const parent = topic.parentId === null || deep === 0 ? undefined : byId.get(topic.parentId);
    return [...(parent ? [words(parent, deep - 1)] : []), topic.name, ...topic.aliases].join(" · ");
  };
  // A tree of four kinds is never deeper than this; a broken one must not hang the desk.
  return new Map(topics.map((topic) => [topic.id, words(topic, 8)]));
}
