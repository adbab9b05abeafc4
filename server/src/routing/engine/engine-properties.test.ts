import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { strategies } from "../strategies/registry.ts";
import { anyAgents, anyDay, anyQueues, commandFor, type Happening } from "../testing/any-day.ts";
import { checkEngine, checkOffers, Ledger } from "../testing/checks.ts";
import { MemoryTables } from "../testing/memory-tables.ts";
import { scanForAgent } from "../testing/plain-scan.ts";
import type { Command } from "./commands.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decisions.ts";
import { createEngine, type Engine, nextWakeAt } from "./engine.ts";
import { occupy, release } from "./load.ts";
import { collectRows } from "./rows.ts";
import type { AgentSettings, QueueSettings } from "./settings.ts";

/** Sends a random day through a fresh engine; every timer fires at its own instant. */
function play(
  { queues, agents, day }: { queues: QueueSettings[]; agents: AgentSettings[]; day: Happening[] },
  onCommand: (engine: Engine, command: Command, now: number) => Decision[],
  engine: Engine,
  onCrash?: (now: number) => void,
): void {
  let now = 1_700_000_000_000;
  for (const queue of queues) onCommand(engine, { kind: "configure-queue", queue }, now);
  for (const agent of agents) onCommand(engine, { kind: "configure-agent", agent }, now);
  for (const { agentId } of agents) {
    onCommand(engine, { kind: "agent-present", agentId }, now);
    onCommand(engine, { kind: "set-agent-state", agentId, state: "ready", reason: null }, now);
  }
  for (const [n, happening] of day.entries()) {
    const until = now + happening.afterMs;
    for (let wake = nextWakeAt(engine); wake !== null && wake <= until; wake = nextWakeAt(engine)) {
      now = Math.max(now, wake);
      onCommand(engine, { kind: "tick" }, now);
    }
    now = until;
    if (happening.crash) onCrash?.(now);
    onCommand(engine, commandFor(engine, happening, n), now);
  }
}

function offerIds(): () => string {
  let n = 0;
  return () => `offer-${String(++n).padStart(6, "0")}`;
}

const RUNS = 300;
const anyCentre = fc.record({ queues: anyQueues, agents: anyAgents, day: anyDay });

test("no interaction is lost or served twice, no agent over capacity, order kept, nobody waits beside a free agent", () => {
  fc.assert(
    fc.property(anyCentre, (centre) => {
      const ledger = new Ledger();
      const engine = createEngine({ strategies, newOfferId: offerIds(), trackChanges: false });
      play(
        centre,
        (_, command, now) => {
          const decisions = decide(engine, command, now);
          ledger.follow(decisions);
          ledger.agreesWith(engine);
          checkEngine(engine);
          checkOffers(engine, decisions);
          return decisions;
        },
        engine,
      );
    }),
    { numRuns: RUNS },
  );
});

test("a refused command changes nothing", () => {
  fc.assert(
    fc.property(anyCentre, (centre) => {
      const engine = createEngine({ strategies, newOfferId: offerIds(), trackChanges: true });
      const tables = new MemoryTables();
      play(
        centre,
        (_, command, now) => {
          // What time alone brings comes first and apart.
          decide(engine, { kind: "tick" }, now);
          tables.persist(engine);
          const decisions = decide(engine, command, now);
          if (decisions.some(({ kind }) => kind === "refused")) {
            assert.equal(decisions.length, 1);
            if (engine.changes) assert.deepEqual(isEmpty(collectRows(engine, engine.changes)), true);
          }
          tables.persist(engine);
          return decisions;
        },
        engine,
      );
    }),
    { numRuns: RUNS },
  );
});

function isEmpty(rows: object): boolean {
  return Object.values(rows).every((list: unknown[]) => list.length === 0);
}

test("a new call goes to the agent whom a scan of everybody would choose", () => {
  fc.assert(
    fc.property(anyCentre, (centre) => {
      const engine = createEngine({ strategies, newOfferId: offerIds(), trackChanges: false });
      play(
        centre,
        (_, command, now) => {
          const before = new Map([...engine.agents].map(([id, agent]) => [id, agent.idleSeq]));
          const decisions = decide(engine, command, now);
          const made = decisions.filter((d) => d.kind === "offer.made");
          const offer = made.length === 1 && made[0] ? engine.offers.get(made[0].offerId) : undefined;
          if (command.kind === "enqueue" && offer && decisions[0]?.kind === "interaction.queued") {
            withdrawAndCompare(engine, before, offer.interaction.interactionId, offer.agent.agentId);
          }
          return decisions;
        },
        engine,
      );
    }),
    { numRuns: RUNS },
  );
});

/** Asks the scan for the same call as if the offer had not been made yet. */
function withdrawAndCompare(
  engine: Engine,
  before: ReadonlyMap<string, number>,
  interactionId: string,
  agentId: string,
): void {
  const interaction = engine.interactions.get(interactionId);
  const agent = engine.agents.get(agentId);
  if (!interaction || !agent) return;
  const { idleSeq } = agent;
  agent.idleSeq = before.get(agentId) ?? idleSeq;
  release(agent, interaction.channel);
  try {
    assert.equal(scanForAgent(engine.agents.values(), interaction)?.agentId, agentId);
  } finally {
    agent.idleSeq = idleSeq;
    occupy(agent, interaction.channel);
  }
}

/** Persists every command, rebuilds a twin at crash points, and holds the twin to the same decisions from then on. */
class Survivor {
  readonly engine = createEngine({ strategies, newOfferId: offerIds(), trackChanges: true });
  readonly #tables = new MemoryTables();
  readonly #queues = new Map<string, QueueSettings>();
  readonly #agents = new Map<string, AgentSettings>();
  #twin: Engine | undefined;
  #offerIds: string[] = [];

  decide(command: Command, now: number): Decision[] {
    if (command.kind === "configure-queue") this.#queues.set(command.queue.queueId, command.queue);
    if (command.kind === "configure-agent") this.#agents.set(command.agent.agentId, command.agent);
    const decisions = decide(this.engine, command, now);
    this.#tables.persist(this.engine);
    this.#compare(command, decisions, now);
    return decisions;
  }

  #compare(command: Command, decisions: Decision[], now: number): void {
    if (!this.#twin) return;
    for (const decision of decisions) {
      if (decision.kind === "offer.made") this.#offerIds.push(decision.offerId);
    }
    assert.deepEqual(decide(this.#twin, command, now), decisions);
    assert.equal(nextWakeAt(this.#twin), nextWakeAt(this.engine));
  }

  crash(now: number): void {
    const ids: string[] = [];
    this.#offerIds = ids;
    this.#twin = this.#tables.rebuild(
      {
        queues: [...this.#queues.values()],
        agents: [...this.#agents.values()],
        newOfferId: () => ids.shift() ?? "none",
      },
      now,
    );
    checkEngine(this.#twin);
  }
}

test("an engine rebuilt from the rows at any instant decides like the one that never stopped", () => {
  fc.assert(
    fc.property(anyCentre, (centre) => {
      const survivor = new Survivor();
      play(
        centre,
        (_, command, now) => survivor.decide(command, now),
        survivor.engine,
        (now) => survivor.crash(now),
      );
    }),
    { numRuns: RUNS },
  );
});
