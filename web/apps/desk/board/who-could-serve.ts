import type { BoardAgent } from "@vera/contracts/board";

export interface Candidate {
  id: string;
  agent: BoardAgent;
  level: number;
}

/**
 * For a queue that nobody serves: `away` have its skills and are not free (the paused first, then by level), and
 * `unskilled` are free for other queues. Who is not connected cannot be called back by a button.
 */
export function whoCouldServe(
  agents: Readonly<Record<string, BoardAgent>>,
  levels: ReadonlyMap<string, number>,
): { away: Candidate[]; unskilled: Candidate[] } {
  const people = Object.entries(agents)
    .filter(([, agent]) => agent.state !== "offline")
    .map(([id, agent]) => ({ id, agent, level: levels.get(id) ?? 0 }));
  const free = ({ agent }: Candidate): boolean => agent.state === "ready" && agent.activity === "idle";
  return {
    away: people
      .filter((person) => person.level > 0 && !free(person) && person.agent.state === "paused")
      .sort((a, b) => Number(isBusy(a)) - Number(isBusy(b)) || b.level - a.level),
    unskilled: people
      .filter((person) => person.level === 0 && free(person))
      .sort((a, b) => Date.parse(a.agent.since) - Date.parse(b.agent.since)),
  };
}

function isBusy({ agent }: Candidate): boolean {
  return agent.activity !== "idle";
}
