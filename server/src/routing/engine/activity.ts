import type { Activity, Agent } from "./records.ts";

/** Derived, never stored by itself: what the agent is doing. */
export function activityOf(agent: Agent): Activity {
  if (agent.contacts.size > 0) return "on-contact";
  if (agent.wrapUps.size > 0) return "wrap-up";
  return agent.offers.size > 0 ? "offered" : "idle";
}
