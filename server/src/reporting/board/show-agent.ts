import { AGENT_ACTIVITIES, type AgentActivity, type BoardAgent } from "@vera/contracts/board";
import type { CatalogueAgent } from "../catalogue.ts";
import type { AgentDay, Contact, Day } from "./day.ts";
import { ahtOf } from "./tally.ts";

/** A tile, with the organisms it may be shown to and the one whose contact is in hand. */
export interface ShownAgent {
  readonly tile: BoardAgent;
  readonly tenantIds: readonly string[];
  readonly contactTenantId: string | null;
}

export function showAgent(day: Day, agent: CatalogueAgent): ShownAgent {
  const live: AgentDay | undefined = day.agents.get(agent.id);
  const now = live?.now ?? null;
  const contacts: Contact[] = [...day.contacts.values()].filter((contact) => contact.agentId === agent.id);
  const handled = ahtOf(contacts, day.ended);
  const offers = [...(live?.offers.values() ?? [])];
  const tile: BoardAgent = {
    name: agent.name,
    state: stateOf(now?.state),
    pauseReason: now?.state === "paused" ? now.reason : null,
    requestedState: now?.requestedState ?? null,
    since: now?.since ?? new Date(day.startMs).toISOString(),
    activity: activityOf(now?.activity),
    activitySince: now?.activitySince ?? null,
    onHold: live?.onHold ?? false,
    queueId: now?.queueId ?? null,
    interactionId: now?.interactionId ?? null,
    offers: Object.fromEntries(
      offers.map(({ offerId, interactionId, queueId, expiresAt }) => [
        offerId,
        { interactionId, queueId, expiresAt },
      ]),
    ),
    today: {
      onContactMs: live?.onContactMs ?? 0,
      readyMs: live?.readyMs ?? 0,
      handled: handled.denominator,
      handleMs: handled.numerator,
    },
  };
  const inHand = now?.interactionId ? now.tenantId : null;
  return { tile, tenantIds: agent.tenantIds, contactTenantId: inHand ?? offers[0]?.tenantId ?? null };
}

function stateOf(state: string | undefined): BoardAgent["state"] {
  return state === "ready" || state === "paused" ? state : "offline";
}

function activityOf(activity: string | undefined): AgentActivity {
  return AGENT_ACTIVITIES.find((known) => known === activity) ?? "idle";
}

/** The tile as an organism sees it that employs the agent but owns not the contact in hand: busy, not with whom. */
export function withoutContact(tile: BoardAgent): BoardAgent {
  return { ...tile, queueId: null, interactionId: null, offers: {} };
}
