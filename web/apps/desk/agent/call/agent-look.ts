import type { Colleague } from "@vera/contracts/routing";
import type { StateLook } from "../../../../shared/ui/state-look.ts";

/** What a colleague is doing, as their tile on the board shows it. */
export function agentLook(agent: Pick<Colleague, "state" | "activity">): StateLook {
  if (agent.activity === "on-contact") return "talk";
  if (agent.activity === "wrap-up") return "wrap";
  if (agent.activity === "offered") return "offered";
  if (agent.state === "ready") return "ready";
  return agent.state === "paused" ? "pause" : "off";
}
