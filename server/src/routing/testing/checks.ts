import assert from "node:assert/strict";
import { CHANNELS } from "@vera/contracts/routing";
import type { Decision } from "../engine/decisions.ts";
import type { Engine } from "../engine/engine.ts";
import { hasRoom, isRoutable } from "../engine/lines.ts";
import { openOn } from "../engine/load.ts";
import type { Agent, Interaction, Line, Offer } from "../engine/records.ts";
import { canTake } from "./plain-scan.ts";

type Where = "waiting" | "offered" | "answered";

/** Follows every interaction through the decisions: each is in exactly one place, and nobody is served twice. */
export class Ledger {
  readonly #where = new Map<string, Where>();
  readonly #offers = new Map<string, string>();
  readonly #answeredBy = new Map<string, string>();

  follow(decisions: readonly Decision[]): void {
    for (const decision of decisions) this.#note(decision);
  }

  #note(decision: Decision) {
    switch (decision.kind) {
      case "interaction.queued":
        assert.notEqual(this.#where.get(decision.interactionId), "offered", "queued while offered");
        assert.notEqual(this.#where.get(decision.interactionId), "waiting", "queued twice");
        this.#where.set(decision.interactionId, "waiting");
        return;
      case "offer.made":
        this.#expect(decision.interactionId, "waiting", "offered");
        this.#offers.set(decision.offerId, decision.interactionId);
        return;
      case "offer.ended":
        assert.equal(this.#offers.get(decision.offerId), decision.interactionId, "ended an unknown offer");
        this.#offers.delete(decision.offerId);
        this.#answeredBy.set(decision.interactionId, decision.agentId);
        this.#expect(
          decision.interactionId,
          "offered",
          decision.outcome === "accepted" ? "answered" : "waiting",
        );
        return;
      case "interaction.requeued":
        if (decision.afterAnswer) this.#expect(decision.interactionId, "answered", "waiting");
        else assert.equal(this.#where.get(decision.interactionId), "waiting");
        return;
      case "interaction.dequeued":
        if (decision.reason === "answered") assert.equal(this.#where.get(decision.interactionId), "answered");
        else this.#expect(decision.interactionId, "waiting", null);
        return;
      case "contact.connected":
      case "contact.ended":
        return this.#leave(decision.interactionId, decision.agentId);
      default:
        return;
    }
  }

  /** Connected, or gone before it: out of the ACD's care. Another agent may be on the same interaction (a transfer). */
  #leave(interactionId: string, agentId: string) {
    if (this.#where.get(interactionId) !== "answered") return;
    if (this.#answeredBy.get(interactionId) === agentId) this.#where.delete(interactionId);
  }

  #expect(interactionId: string, from: Where, to: Where | null): void {
    assert.equal(this.#where.get(interactionId), from, `${interactionId} should be ${from}`);
    if (to) this.#where.set(interactionId, to);
    else this.#where.delete(interactionId);
  }

  /** What the decisions said is what the engine holds: nothing lost, nothing invented. */
  agreesWith(engine: Engine): void {
    for (const [interactionId, where] of this.#where) {
      if (where === "answered") continue;
      const held = engine.interactions.get(interactionId);
      assert.ok(held, `${interactionId} was lost while ${where}`);
      assert.equal(held.offer !== null, where === "offered", `${interactionId} ${where}`);
    }
    for (const interaction of engine.interactions.values()) {
      assert.ok(this.#where.has(interaction.interactionId), `${interaction.interactionId} came from nowhere`);
    }
    assert.deepEqual([...this.#offers.keys()].sort(), [...engine.offers.keys()].sort());
  }
}

/** What must hold between any two commands. */
export function checkEngine(engine: Engine): void {
  for (const agent of engine.agents.values()) {
    checkAgent(agent);
    if (agent.busy === 0)
      assert.equal(agent.next, null, `${agent.agentId} is idle: a requested state has come`);
  }
  for (const queue of engine.queues.values()) {
    let waiting = 0;
    for (const demand of queue.demands) waiting += demand.waiting.size;
    assert.equal(queue.waiting, waiting, "queue counter");
    assert.ok(queue.callbacksWaiting <= waiting);
  }
  for (const interaction of engine.interactions.values()) checkPlace(engine, interaction);
  for (const group of engine.groups.values()) for (const line of group.lines) checkLine(engine, line);
}

function checkLine(engine: Engine, line: Line): void {
  const { index, idle } = line;
  if (index < 0) {
    assert.equal(idle.size, 0, "nobody stands where nobody asks");
    return;
  }
  assert.equal(engine.fronts.places[index], idle.firstPlace, "the front of a line");
  for (const [n, demand] of line.demands.entries()) {
    const block = line.blocks[n];
    assert.ok(block);
    assert.ok(block.lines.subarray(0, block.size).includes(index), "a line in its block");
    assert.ok(block.bound <= idle.firstPlace, "a bound beyond the first of the line");
    assert.equal(line.heads[n], demand.index);
    const score = demand.waiting.first?.score ?? Number.NEGATIVE_INFINITY;
    assert.equal(engine.heads.score[demand.index], score, "a head's score");
  }
}

function checkAgent(agent: Agent): void {
  const used = CHANNELS.map(() => 0);
  const count = (channel: number): void => {
    used[channel] = (used[channel] ?? 0) + 1;
  };
  for (const offer of agent.offers.values()) count(offer.interaction.channel);
  for (const contact of agent.contacts.values()) count(contact.channel);
  for (const wrapUp of agent.wrapUps.values()) count(wrapUp.channel);
  assert.deepEqual(
    CHANNELS.map((_, channel) => openOn(agent, channel)),
    used,
    "what the agent has open",
  );
  for (const line of agent.group.asked) {
    const isFree = isRoutable(agent) && hasRoom(agent, line.channel);
    assert.equal(
      (agent.seated & (1 << line.channel)) !== 0,
      isFree,
      "who is free stands in line, nobody else",
    );
    assert.equal(line.idle.items().includes(agent), isFree, "seated");
  }
}

/** In exactly one place: its heap, an offer, an agent's hands, or an appointment; and never left waiting beside a free agent. */
function checkPlace(engine: Engine, interaction: Interaction): void {
  const places = [
    interaction.inLine,
    interaction.offer !== null,
    interaction.answeredBy !== null,
    interaction.status === "scheduled",
  ].filter(Boolean).length;
  assert.equal(places, 1, `${interaction.interactionId} is in ${places} places`);
  if (!interaction.inLine) return;
  for (const agent of engine.agents.values()) {
    assert.ok(
      !canTake(agent, interaction),
      `${interaction.interactionId} waits while ${agent.agentId} is free`,
    );
  }
}

/** Offers respect capacity and order at the moment they are made. */
export function checkOffers(engine: Engine, decisions: readonly Decision[]): void {
  const back = new Set(
    decisions.flatMap((d) =>
      d.kind === "interaction.requeued" || d.kind === "interaction.queued" ? [d.interactionId] : [],
    ),
  );
  for (const decision of decisions) {
    if (decision.kind !== "offer.made") continue;
    const offer = engine.offers.get(decision.offerId);
    if (!offer) continue;
    checkCapacity(offer);
    checkOrder(offer, back);
  }
}

function checkCapacity({ agent, interaction, idleSeqGiven }: Offer): void {
  const { limits, blockedBy } = agent.group.capacity;
  assert.ok(
    openOn(agent, interaction.channel) <= (limits[interaction.channel] ?? 0),
    `${agent.agentId} is over capacity`,
  );
  // A later offer of the same command may be one that interrupts this one.
  const isLast = [...agent.offers.values()].every((other) => other.idleSeqGiven <= idleSeqGiven);
  if (isLast) assert.equal(agent.busy & (blockedBy[interaction.channel] ?? 0), 0, "must not interrupt");
}

/** Whoever came (back) within this very command was not there to be overtaken. */
function checkOrder({ agent, interaction }: Offer, back: ReadonlySet<string>): void {
  if (back.has(interaction.interactionId)) return;
  for (const other of interaction.demand.waiting.items()) {
    const overtaken =
      other.extraPriority === interaction.extraPriority &&
      other.enqueuedAt < interaction.enqueuedAt &&
      !other.excluded?.has(agent.agentId) &&
      !back.has(other.interactionId);
    assert.ok(!overtaken, `${interaction.interactionId} overtook ${other.interactionId}`);
  }
}
