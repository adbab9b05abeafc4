import type { Engine } from "./engine.ts";
import { openOn } from "./load.ts";
import { type Agent, type Line, NO_TIMER } from "./records.ts";

/** May this agent be offered anything at all now? */
export function isRoutable(agent: Agent): boolean {
  return agent.state === "ready" && agent.present && agent.next === null && agent.timer === NO_TIMER;
}

/** Has room on this channel, and nothing open keeps the channel out. */
export function hasRoom(agent: Agent, channel: number): boolean {
  const { limits, blockedBy } = agent.group.capacity;
  return openOn(agent, channel) < (limits[channel] ?? 0) && (agent.busy & (blockedBy[channel] ?? 0)) === 0;
}

/** Puts the agent in, moves them within, or takes them out of each line that is asked for, as they are now. */
export function seatAgent(engine: Engine, agent: Agent): void {
  const isFree = isRoutable(agent);
  // In no line, and none to come into: nearly everybody who talks.
  if (!isFree && agent.seated === 0) return;
  for (const line of agent.group.asked) {
    const belongs = isFree && hasRoom(agent, line.channel);
    const isSeated = (agent.seated & (1 << line.channel)) !== 0;
    if (isSeated && !(belongs && agent.seatedSeq === agent.idleSeq)) takeOut(engine, line, agent);
    if (belongs) bringIn(engine, line, agent);
  }
  agent.seatedSeq = agent.idleSeq;
}

function bringIn(engine: Engine, line: Line, agent: Agent): void {
  const bit = 1 << line.channel;
  if ((agent.seated & bit) !== 0) return;
  agent.seated |= bit;
  line.idle.add(agent, agent.idleSeq);
  engine.fronts.note(line);
}

function takeOut(engine: Engine, line: Line, agent: Agent): void {
  agent.seated &= ~(1 << line.channel);
  stepAside(engine, line, agent);
}

export function leaveSeats(engine: Engine, agent: Agent): void {
  for (const line of agent.group.asked) {
    if ((agent.seated & (1 << line.channel)) !== 0) takeOut(engine, line, agent);
  }
}

/** For a moment: stepBack must follow. */
export function stepAside(engine: Engine, line: Line, agent: Agent): void {
  line.idle.remove(agent, agent.seatedSeq);
  engine.fronts.note(line);
}

export function stepBack(engine: Engine, line: Line, agent: Agent): void {
  line.idle.add(agent, agent.seatedSeq);
  engine.fronts.note(line);
}
