import type { Decision } from "../engine/decisions.ts";
import type { Engine } from "../engine/engine.ts";
import { collectRows, type RowChanges } from "../engine/rows.ts";
import { BLANK_CARD, type Card } from "./card.ts";
import { type EventRow, eventRow } from "./event-rows.ts";
import type { AgentScope } from "./load-settings.ts";

export interface PersistedChange {
  /** The parameter of routing.persist. */
  readonly change: Readonly<Record<string, readonly unknown[]>>;
  readonly events: readonly EventRow[];
}

/** One batch as routing.persist takes it; undefined when nothing changed and nothing is to be told. */
export function persistedChange(
  engine: Engine,
  decisions: readonly Decision[],
  known: { readonly cards: ReadonlyMap<string, Card>; readonly scopes: ReadonlyMap<string, AgentScope> },
): PersistedChange | undefined {
  if (!engine.changes) return undefined;
  const rows = collectRows(engine, engine.changes);
  const events = decisions.flatMap((decision) => eventRow(engine, decision) ?? []);
  const lists: Record<string, readonly unknown[]> = { ...asSent(rows, known), events };
  const change = Object.fromEntries(
    Object.entries(lists).filter(([name, list]) => list.length > 0 || name === "events"),
  );
  return Object.keys(change).length === 1 && events.length === 0 ? undefined : { change, events };
}

function asSent(
  rows: RowChanges,
  { cards, scopes }: { cards: ReadonlyMap<string, Card>; scopes: ReadonlyMap<string, AgentScope> },
): Record<keyof RowChanges, readonly unknown[]> {
  const withCard = <Row extends { readonly interactionId: string }>(row: Row): Row & { card: Card } => ({
    ...row,
    card: cards.get(row.interactionId) ?? BLANK_CARD,
  });
  return {
    ...rows,
    waiting: rows.waiting.map(withCard),
    contacts: rows.contacts.map(withCard),
    wrapUps: rows.wrapUps.map(withCard),
    // An agent nobody introduced cannot be written: it has no organism.
    agents: rows.agents.flatMap((row) => {
      const scope = scopes.get(row.agentId);
      return scope ? [{ ...row, tenantId: scope.tenantId, tenants: scope.tenants }] : [];
    }),
  };
}
