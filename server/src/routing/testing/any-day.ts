import { CHANNELS, type RoutedChannel, WRAP_UP_MODES } from "@vera/contracts/routing";
import fc from "fast-check";
import type { Command, WithdrawReason } from "../engine/commands.ts";
import type { Engine } from "../engine/engine.ts";
import type { AgentSettings, QueueSettings } from "../engine/settings.ts";
import { strategies } from "../strategies/registry.ts";
import { anAgent, aQueue } from "./centre.ts";

/** One thing that happens: numbers choose among what exists at that moment, so that most commands mean something. */
export interface Happening {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly afterMs: number;
  readonly crash: boolean;
}

const SKILLS = ["s0", "s1", "s2", "s3"];
const requirement = fc.record({
  skillId: fc.constantFrom(...SKILLS),
  minimumLevel: fc.integer({ min: 0, max: 4 }),
});
const requirements = fc.uniqueArray(requirement, { maxLength: 2, selector: (r) => r.skillId });

const queue = fc.record({
  strategy: fc.constantFrom(...strategies.map(({ name }) => name)),
  priority: fc.integer({ min: 0, max: 3 }),
  ageingPerMinute: fc.constantFrom(0, 1, 2.5),
  requirements,
  relaxSteps: fc
    .array(fc.record({ afterMs: fc.constantFrom(15_000, 40_000, 70_000), requirements }), { maxLength: 2 })
    .map((steps) => steps.sort((a, b) => a.afterMs - b.afterMs)),
  maxWaiting: fc.option(fc.integer({ min: 1, max: 6 })),
  maxWaitMs: fc.option(fc.constantFrom(30_000, 90_000)),
  overflow: fc.oneof(
    fc.constant({ kind: "flow" as const }),
    fc.integer({ min: 0, max: 3 }).map((n) => ({ kind: "queue" as const, queueId: `q${n}` })),
  ),
  offerMs: fc.constantFrom(10_000, 20_000),
  wrapUpMode: fc.constantFrom(...WRAP_UP_MODES),
  wrapUpMs: fc.option(fc.constantFrom(20_000, 60_000)),
});

const skills = fc.dictionary(fc.constantFrom(...SKILLS), fc.integer({ min: 0, max: 5 }), { maxKeys: 4 });

export const anyQueues: fc.Arbitrary<QueueSettings[]> = fc
  .array(queue, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((settings, index) => aQueue(`q${index}`, settings)));
export const anyAgents: fc.Arbitrary<AgentSettings[]> = fc
  .array(skills, { minLength: 1, maxLength: 5 })
  .map((list) => list.map((levels, index) => anAgent(`a${index}`, levels)));
export const anyDay: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    what: fc.integer({ min: 0, max: 99 }),
    a: fc.nat(1_000),
    b: fc.nat(1_000),
    afterMs: fc.oneof(fc.constantFrom(0, 0, 1, 500), fc.integer({ min: 0, max: 30_000 })),
    crash: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  }),
  { minLength: 10, maxLength: 120, size: "max" },
);

/** Weights: [up to, name]. */
const WEIGHTS: readonly (readonly [number, string])[] = [
  [24, "enqueue"],
  [30, "withdraw"],
  [33, "callback"],
  [48, "accept"],
  [52, "decline"],
  [55, "ring-failed"],
  [63, "connected"],
  [71, "contact-ended"],
  [74, "contact-started"],
  [78, "disposed"],
  [81, "end-wrap-up"],
  [83, "extend-wrap-up"],
  [90, "ready"],
  [92, "pause"],
  [93, "next"],
  [95, "present"],
  [96, "silent"],
  [97, "gone"],
  [98, "skills"],
  [99, "queue"],
];

/** Makes the command out of what the engine holds now. `n` is unique. */
export function commandFor(engine: Engine, { what, a, b }: Happening, n: number): Command {
  const name = WEIGHTS.find(([upTo]) => what <= upTo)?.[1] ?? "tick";
  return COMMANDS[name]?.({ engine, a, b, n }) ?? { kind: "tick" };
}

interface Draw {
  readonly engine: Engine;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

function pick<T>(items: Iterable<T>, n: number): T | undefined {
  const list = [...items];
  return list[n % Math.max(1, list.length)];
}
const agentId = ({ engine, a }: Draw): string => pick(engine.agents.keys(), a) ?? "nobody";
const interactionId = ({ engine, a }: Draw): string => pick(engine.interactions.keys(), a) ?? "none";
const queueId = ({ engine, a }: Draw): string => pick(engine.queues.keys(), a) ?? "none";
const channel = (b: number): RoutedChannel =>
  b % 3 === 0 ? (CHANNELS[b % CHANNELS.length] ?? "voice") : "voice";
const REASONS: readonly WithdrawReason[] = ["abandoned", "left", "closed"];

function offerAndAgent({ engine, a, b }: Draw): { offerId: string; agentId: string } {
  const offer = pick(engine.offers.values(), a);
  // One in eight answers comes from the wrong agent.
  const wrong = b % 8 === 0 ? pick(engine.agents.keys(), b) : undefined;
  return { offerId: offer?.offerId ?? "gone", agentId: wrong ?? offer?.agent.agentId ?? "nobody" };
}

function contactOf({ engine, a }: Draw): { agentId: string; interactionId: string } {
  const all = [...engine.agents.values()].flatMap((agent) =>
    [...agent.contacts.keys()].map((id) => ({ agentId: agent.agentId, interactionId: id })),
  );
  return pick(all, a) ?? { agentId: "nobody", interactionId: "none" };
}

function wrapUpOf({ engine, a }: Draw): { agentId: string; interactionId: string } {
  const all = [...engine.agents.values()].flatMap((agent) =>
    [...agent.wrapUps.keys()].map((id) => ({ agentId: agent.agentId, interactionId: id })),
  );
  return pick(all, a) ?? { agentId: "nobody", interactionId: "none" };
}

const COMMANDS: Record<string, (draw: Draw) => Command> = {
  enqueue: (d) => ({
    kind: "enqueue",
    // One in ten is a transfer: somebody's talk goes back to a queue.
    interactionId: d.b % 10 === 0 ? contactOf(d).interactionId : `i${d.n}`,
    queueId: queueId(d),
    channel: channel(d.b),
    priority: d.b % 5 === 0 ? 2 : 0,
    lastAgentId: d.b % 4 === 0 ? agentId(d) : null,
    exceptAgentId: d.b % 10 === 0 ? contactOf(d).agentId : null,
    skills: d.b % 7 === 0 ? [{ skillId: "s1", minimumLevel: 2 }] : [],
  }),
  withdraw: (d) => ({
    kind: "withdraw",
    interactionId: interactionId(d),
    reason: REASONS[d.b % 3] ?? "left",
  }),
  callback: (d) => ({
    kind: "keep-place-as-callback",
    interactionId: interactionId(d),
    callbackInteractionId: `c${d.n}`,
    callbackId: `r${d.n}`,
  }),
  accept: (d) => ({ kind: "accept", ...offerAndAgent(d) }),
  decline: (d) => ({ kind: "decline", ...offerAndAgent(d) }),
  "ring-failed": (d) => ({
    kind: "ring-failed",
    offerId: (d.b % 2 ? pick(d.engine.answered.keys(), d.a) : undefined) ?? offerAndAgent(d).offerId,
  }),
  connected: (d) => ({ kind: "connected", ...contactOf(d) }),
  "contact-ended": (d) => ({ kind: "contact-ended", ...contactOf(d) }),
  "contact-started": (d) => ({
    kind: "contact-started",
    agentId: agentId(d),
    interactionId: `m${d.n}`,
    tenantId: "tenant",
    queueId: d.b % 2 ? "q0" : null,
    channel: "voice",
  }),
  disposed: (d) => ({ kind: "disposed", ...(d.b % 3 ? wrapUpOf(d) : contactOf(d)) }),
  "end-wrap-up": (d) => ({ kind: "end-wrap-up", ...wrapUpOf(d) }),
  "extend-wrap-up": (d) => ({ kind: "extend-wrap-up", ...wrapUpOf(d) }),
  ready: (d) => ({ kind: "set-agent-state", agentId: agentId(d), state: "ready", reason: null }),
  pause: (d) => ({
    kind: "set-agent-state",
    agentId: agentId(d),
    state: d.b % 4 ? "paused" : "offline",
    reason: "lunch",
  }),
  next: (d) => ({
    kind: "request-next-state",
    agentId: agentId(d),
    next: d.b % 2 ? null : { state: "paused", reason: "coffee" },
  }),
  present: (d) => ({ kind: "agent-present", agentId: agentId(d) }),
  silent: (d) => ({ kind: "agent-silent", agentId: agentId(d) }),
  gone: (d) => ({ kind: "agent-gone", agentId: agentId(d) }),
  skills: (d) => ({
    kind: "configure-agent",
    agent: anAgent(agentId(d), { s0: d.b % 6, s1: (d.b >> 3) % 6 }),
  }),
  queue: (d) => ({
    kind: "configure-queue",
    queue: aQueue(queueId(d), { ageingPerMinute: d.b % 3, wrapUpMode: "optional", wrapUpMs: 5_000 }),
  }),
};
