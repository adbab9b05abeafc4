import type { ChosenState } from "@vera/contracts/routing";
import { takeBack } from "./answer-offer.ts";
import { arm, type Engine, refuse, touch } from "./engine.ts";
import { Few } from "./few.ts";
import { groupFor, joinGroup, leaveGroup } from "./groups.ts";
import { freshPlace } from "./hold-agent.ts";
import { leaveSeats } from "./lines.ts";
import { type Agent, type NextState, NO_TIMER } from "./records.ts";
import { serve } from "./serve.ts";
import { type AgentSettings, PRESENCE_GRACE_MS } from "./settings.ts";
import { isBusy, settle } from "./settle.ts";

/** A new agent, or new skills and capacity of a known one; what they have open stays. */
export function configureAgent(engine: Engine, settings: AgentSettings, now: number) {
  const group = groupFor(engine, settings);
  const known = engine.agents.get(settings.agentId);
  if (!known) return addAgent(engine, settings, now);
  known.tenantId = settings.tenantId;
  if (group === known.group) return;
  leaveSeats(engine, known);
  const old = known.group;
  joinGroup(known, group);
  leaveGroup(engine, old);
  serve(engine, known, now);
}

function addAgent(engine: Engine, settings: AgentSettings, now: number) {
  const group = groupFor(engine, settings);
  const agent: Agent = {
    type: "agent",
    group,
    state: "offline",
    present: false,
    next: null,
    timer: NO_TIMER,
    load: 0,
    busy: 0,
    seated: 0,
    seatedSeq: 0,
    idleSeq: 0,
    idleSeqBefore: 0,
    touched: false,
    agentId: settings.agentId,
    tenantId: settings.tenantId,
    reason: null,
    offers: new Few(),
    contacts: new Few(),
    wrapUps: new Few(),
    announced: {
      state: "offline",
      reason: null,
      next: null,
      activity: "idle",
      since: now,
      activitySince: now,
    },
  };
  joinGroup(agent, group);
  engine.agents.set(agent.agentId, agent);
  engine.changes?.agents.add(agent.agentId);
}

/** Ready applies at once; pausing or leaving waits until what is open is done, and nothing more comes meanwhile. */
export function setAgentState(
  engine: Engine,
  { agentId, state, reason }: { agentId: string; state: ChosenState; reason: string | null },
  now: number,
) {
  const agent = engine.agents.get(agentId);
  if (!agent) return refuse(engine, "unknown-agent", `There is no agent ${agentId}`);
  if (state !== "ready" && isBusy(agent)) {
    agent.next = { state, reason };
  } else {
    agent.next = null;
    if (agent.state !== state && state === "ready") freshPlace(engine, agent);
    agent.state = state;
    agent.reason = reason;
  }
  touch(engine, agent);
  serve(engine, agent, now);
}

/** null takes the request back. */
export function requestNextState(
  engine: Engine,
  { agentId, next }: { agentId: string; next: NextState | null },
  now: number,
) {
  if (next) return setAgentState(engine, { agentId, ...next }, now);
  const agent = engine.agents.get(agentId);
  if (!agent) return refuse(engine, "unknown-agent", `There is no agent ${agentId}`);
  agent.next = null;
  touch(engine, agent);
  serve(engine, agent, now);
}

export function agentPresent(engine: Engine, { agentId }: { agentId: string }, now: number) {
  const agent = engine.agents.get(agentId);
  if (!agent) return refuse(engine, "unknown-agent", `There is no agent ${agentId}`);
  if (agent.present && agent.timer === NO_TIMER) return;
  agent.present = true;
  arm(engine, agent, null);
  touch(engine, agent);
  serve(engine, agent, now);
}

/** The desk's line dropped: nothing new is offered, and if it stays silent the agent is gone. */
export function agentSilent(
  engine: Engine,
  { agentId, graceMs = PRESENCE_GRACE_MS }: { agentId: string; graceMs?: number },
  now: number,
) {
  const agent = engine.agents.get(agentId);
  if (!agent?.present || agent.timer !== NO_TIMER) return;
  arm(engine, agent, now + graceMs);
  touch(engine, agent);
  serve(engine, agent, now);
}

/** Offers go back to the head; talks go on; the agent chooses "ready" again on return. */
export function agentGone(engine: Engine, { agentId }: { agentId: string }, now: number) {
  const agent = engine.agents.get(agentId);
  if (!agent) return refuse(engine, "unknown-agent", `There is no agent ${agentId}`);
  arm(engine, agent, null);
  agent.present = false;
  agent.next = null;
  if (agent.state !== "offline") {
    agent.state = "offline";
    agent.reason = "connection-lost";
  }
  leaveSeats(engine, agent);
  for (const offer of [...agent.offers.values()]) takeBack(engine, offer, now);
  settle(engine, agent, now);
}
