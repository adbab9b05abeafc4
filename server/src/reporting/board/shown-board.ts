import type {
  AttentionItem,
  BoardFigures,
  BoardHalfHour,
  BoardQueue,
  BoardState,
  BoardTrunk,
} from "@vera/contracts/board";
import type { TenantScope } from "../../platform/index.ts";
import { type ShownAgent, withoutContact } from "./show-agent.ts";

export interface OfTenant<Entry> {
  readonly tenantId: string;
  readonly entry: Entry;
}

export interface ShownAttention {
  readonly item: AttentionItem;
  readonly tenantIds: readonly string[];
}

/** What the boards show, for all organisms; each reader sees the part of their scope. */
export interface ShownBoard {
  readonly queues: Map<string, OfTenant<BoardQueue>>;
  readonly agents: Map<string, ShownAgent>;
  readonly trunks: Map<string, OfTenant<BoardTrunk>>;
  readonly figures: Map<string, BoardFigures>;
  readonly series: Map<string, Readonly<Record<string, BoardHalfHour>>>;
  readonly attention: Map<string, ShownAttention>;
}

export function emptyBoard(): ShownBoard {
  return {
    queues: new Map(),
    agents: new Map(),
    trunks: new Map(),
    figures: new Map(),
    series: new Map(),
    attention: new Map(),
  };
}

/** The snapshot for a reader. */
export function boardFor(
  board: ShownBoard,
  { scope, at, zone }: { scope: TenantScope; at: Date; zone: string },
): BoardState {
  const sees = (tenantId: string): boolean =>
    scope === "system" || (scope as readonly string[]).includes(tenantId);
  const ofTenants = <Entry>(map: ReadonlyMap<string, OfTenant<Entry>>): Record<string, Entry> =>
    Object.fromEntries(
      [...map].filter(([, { tenantId }]) => sees(tenantId)).map(([id, { entry }]) => [id, entry]),
    );
  const agents = [...board.agents].filter(([, agent]) => agent.tenantIds.some(sees));
  return {
    at: at.toISOString(),
    zone,
    queues: ofTenants(board.queues),
    agents: Object.fromEntries(agents.map(([id, agent]) => [id, tileFor(agent, sees)])),
    trunks: ofTenants(board.trunks),
    figures: Object.fromEntries([...board.figures].filter(([tenantId]) => sees(tenantId))),
    series: Object.fromEntries([...board.series].filter(([tenantId]) => sees(tenantId))),
    attention: Object.fromEntries(
      [...board.attention]
        .filter(([, { tenantIds }]) => tenantIds.some(sees))
        .map(([id, { item }]) => [id, item]),
    ),
  };
}

export function tileFor(
  { tile, contactTenantId }: ShownAgent,
  sees: (tenantId: string) => boolean,
): ShownAgent["tile"] {
  return contactTenantId === null || sees(contactTenantId) ? tile : withoutContact(tile);
}
