import { citizenNames } from "../../citizens/index.ts";
import { userNames } from "../../identity/index.ts";
import type { CitizenId, Context, TopicId, UserId } from "../../platform/index.ts";
import { readTopicsById } from "../../tenants/index.ts";
import type { Surroundings } from "../surroundings.ts";

type Names = ReadonlyMap<string, string>;

export interface Labels {
  readonly agents: Names;
  readonly citizens: Names;
  readonly queues: Names;
  /** From the highest topic the reader may see to itself. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

interface Labelled {
  readonly agentId?: string | null;
  readonly citizenId?: string | null;
  readonly queueId?: string | null;
  readonly topicId?: string | null;
}

/** The names of everything that some rows point at, each kind asked for once. */
export async function labelsOf(
  ctx: Context,
  surroundings: Surroundings,
  rows: readonly Labelled[],
): Promise<Labels> {
  const ids = (key: keyof Labelled): string[] => [
    ...new Set(rows.map((row) => row[key]).filter((id) => id !== null && id !== undefined)),
  ];
  const [agentIds, citizenIds] = [ids("agentId"), ids("citizenId")];
  const [topicIds, queueIds] = [ids("topicId"), ids("queueId")];
  const topics = topicIds.length > 0 ? await readTopicsById(ctx, topicIds as TopicId[]) : [];
  return {
    agents: agentIds.length > 0 ? await userNames(ctx, agentIds as UserId[]) : new Map(),
    citizens: citizenIds.length > 0 ? await citizenNames(ctx, citizenIds as CitizenId[]) : new Map(),
    queues: queueIds.length > 0 ? await surroundings.queueNames(ctx, queueIds) : new Map(),
    topics: new Map(topics.map((topic) => [topic.id, topic.path])),
  };
}

export function nameIn(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
