import type { AgentDesk, ChosenState, RoutedChannel } from "@vera/contracts/routing";
import { interactionCitizenAssigned, interactionDispositioned } from "../../conversations/index.ts";
import { userDisabled } from "../../identity/index.ts";
import {
  DomainError,
  type Platform,
  type Principal,
  type TenantId,
  type TenantScope,
} from "../../platform/index.ts";
import { CallbackFollower, enqueueCallback } from "../callbacks/follow-callbacks.ts";
import type { WrittenCallback } from "../callbacks/request-callback.ts";
import type { Command, WithdrawReason } from "../engine/commands.ts";
import type { Decision } from "../engine/decisions.ts";
import type { Requirement } from "../engine/settings.ts";
import { agentSettingsChanged, pauseReasonsChanged, queueChanged } from "../events.ts";
import type { Card } from "./card.ts";
import { forgetCards } from "./forget-cards.ts";
import { LastAgents } from "./last-agents.ts";
import { LiveEngine } from "./live-engine.ts";
import { OfferNews } from "./offer-news.ts";
import { Presence } from "./presence.ts";
import { QueueWaits } from "./queue-waits.ts";
import { throwRefusal } from "./refusals.ts";
import { Ribbon } from "./ribbon.ts";
import { Screens } from "./screens.ts";
import { SettingsReload } from "./settings-reload.ts";
import { Telephones } from "./telephones.ts";

export interface EnqueueInput {
  readonly interactionId: string;
  readonly queueId: string;
  readonly channel: RoutedChannel;
  readonly priority?: number;
  readonly skills?: readonly Requirement[];
  readonly exceptAgentId?: string | null;
  readonly card?: Card;
}

interface OfferOf {
  readonly offerId: string;
  readonly agentId: string;
}
interface ContactOf {
  readonly agentId: string;
  readonly interactionId: string;
}

/** The live ACD of one shard. Every method resolves when what it did is durable and told. */
export class Router {
  readonly live: LiveEngine;
  readonly waits = new QueueWaits();
  readonly callbacks: CallbackFollower;
  readonly lastAgents: LastAgents;
  readonly presence: Presence;
  /** Offers at the moment of their decision. */
  readonly offers = new OfferNews();
  readonly telephones: Telephones;
  readonly platform: Platform;
  readonly #screens: Screens;
  readonly #ribbon: Ribbon;
  readonly #settings: SettingsReload;
  readonly #stops: (() => void)[];

  constructor(platform: Platform, shard: string) {
    this.platform = platform;
    this.live = new LiveEngine(platform, shard, {
      decided: (decisions) => this.offers.decided(decisions),
      lost: (decisions) => this.offers.lost(decisions),
      persisted: ({ decisions, agentIds }) => this.#tell(decisions, agentIds),
    });
    this.callbacks = new CallbackFollower(platform, (callback) => this.enqueueCallback(callback));
    this.lastAgents = new LastAgents(platform, this.live);
    this.presence = new Presence(platform, this.live);
    this.telephones = new Telephones(platform, this.live);
    this.#screens = new Screens(platform, this.live);
    this.#ribbon = new Ribbon(platform, (offerId) => this.live.engine.offers.has(offerId));
    this.#settings = new SettingsReload(platform, this.live);
    const { events } = platform;
    platform.realtime.topic({
      name: "agent",
      permission: "signed-in",
      coalesceMs: 0,
      snapshot: async (_, agentId, principal) => await this.#open(agentId, principal),
    });
    this.#stops = [
      events.listen(queueChanged, () => this.#settings.changed()),
      events.listen(agentSettingsChanged, () => this.#settings.changed()),
      events.listen(pauseReasonsChanged, () => this.#settings.changed()),
      events.listen(userDisabled, ({ data }) => this.#quietly({ kind: "agent-gone", agentId: data.userId })),
      events.listen(interactionDispositioned, ({ key, data: { agentId } }) => {
        if (agentId) this.#quietly({ kind: "disposed", agentId, interactionId: key });
      }),
      events.listen(interactionCitizenAssigned, ({ key, data: { citizenId } }) => {
        if (citizenId) this.lastAgents.identified(key, citizenId);
      }),
    ];
  }

  /** The agent exists for routing, with the organisms where they may handle interactions. */
  async introduce({ agentId, scope }: { agentId: string; scope: TenantScope }): Promise<void> {
    await this.live.ready();
    const tenants = scope === "system" ? null : [...scope].sort();
    const known = this.live.scopes.get(agentId);
    if (known && JSON.stringify(known.tenants) === JSON.stringify(tenants)) return;
    const tenantId = this.#homeOf(scope);
    if (!tenantId) throw new DomainError("conflict", "There is no queue to serve yet", { key: "noQueues" });
    const own = { tenantId, tenants };
    this.live.scopes.set(agentId, own);
    await this.live.submit({ kind: "configure-agent", agent: this.live.settingsOf(agentId, own) });
  }

  async agentPresent(agentId: string): Promise<void> {
    await this.#do({ kind: "agent-present", agentId });
  }

  async agentSilent(agentId: string): Promise<void> {
    await this.#do({ kind: "agent-silent", agentId });
  }

  async agentGone(agentId: string): Promise<void> {
    await this.#do({ kind: "agent-gone", agentId });
  }

  async setAgentState(input: { agentId: string; state: ChosenState; reason: string | null }): Promise<void> {
    await this.#do({ kind: "set-agent-state", ...input });
  }

  async forgetNextState(agentId: string): Promise<void> {
    await this.#do({ kind: "request-next-state", agentId, next: null });
  }

  /** DomainError "conflict" when the queue is closed or the interaction waits already. A full queue is told by the wait's end. */
  async enqueue({ card, ...input }: EnqueueInput): Promise<void> {
    await this.live.ready();
    if (!this.live.engine.queues.has(input.queueId)) await this.live.reload();
    const lastAgentId = await this.#lastAgentFor(input.queueId, card);
    if (card) this.live.cards.set(input.interactionId, card);
    await this.#do({ kind: "enqueue", ...input, lastAgentId });
  }

  /** Whose call it may be was found out while they waited: shown, and kept with the next change of the interaction. */
  callerNamed(interactionId: string, name: string): void {
    const card = this.live.cards.get(interactionId);
    if (!card) return;
    this.live.cards.set(interactionId, { ...card, caller: { ...card.caller, name } });
    const waiting = this.live.engine.interactions.get(interactionId);
    const agent = waiting?.offer?.agent ?? waiting?.answeredBy;
    if (agent) this.#screens.show([agent.agentId]);
  }

  async enqueueCallback(callback: WrittenCallback, topic: string | null = null): Promise<void> {
    const { phone, name, citizenId, interactionId } = callback;
    this.live.cards.set(interactionId, { caller: { number: phone, name, citizenId }, topic });
    await this.live.submit(enqueueCallback(callback));
  }

  /** False when it did not wait any more. */
  async withdraw(interactionId: string, reason: WithdrawReason): Promise<boolean> {
    const decisions = await this.live.submit({ kind: "withdraw", interactionId, reason });
    return !decisions.some((decision) => decision.kind === "refused");
  }

  /** Exactly one winner: everybody else gets a "conflict" or "not-found". */
  async accept({ offerId, agentId }: OfferOf): Promise<void> {
    await this.#do({ kind: "accept", offerId, agentId });
  }

  async decline({ offerId, agentId }: OfferOf): Promise<void> {
    await this.#do({ kind: "decline", offerId, agentId });
  }

  /** Nothing to do when the offer ended meanwhile. */
  async ringFailed(offerId: string): Promise<void> {
    await this.live.submit({ kind: "ring-failed", offerId });
  }

  async connected(contact: ContactOf): Promise<void> {
    await this.#do({ kind: "connected", ...contact });
  }

  async contactStarted(
    contact: ContactOf & {
      tenantId: string;
      queueId: string | null;
      channel: RoutedChannel;
      contactKind: "incoming" | "outgoing";
      card?: Card;
    },
  ): Promise<void> {
    const { card, ...command } = contact;
    if (card) this.live.cards.set(contact.interactionId, card);
    await this.#do({ kind: "contact-started", ...command });
  }

  /** Nothing to do when it had ended already. */
  async contactEnded(contact: ContactOf): Promise<void> {
    await this.live.submit({ kind: "contact-ended", ...contact });
  }

  async endWrapUp(wrapUp: ContactOf): Promise<void> {
    await this.#do({ kind: "end-wrap-up", ...wrapUp });
  }

  async extendWrapUp(wrapUp: ContactOf): Promise<void> {
    await this.#do({ kind: "extend-wrap-up", ...wrapUp });
  }

  /** The clock's turn: tests with a clock that stands still call it. */
  async tick(): Promise<void> {
    await this.live.submit({ kind: "tick" });
  }

  async desk(agentId: string): Promise<AgentDesk> {
    await this.live.ready();
    return this.#screens.desk(agentId);
  }

  /** An agent's screen opened: from now on they can be offered something. */
  async #open(agentId: string, { grants }: Principal): Promise<AgentDesk> {
    const scope = grants.get("interaction.handle");
    await this.live.ready();
    // Without a queue there is nothing to be offered yet; the screen itself opens all the same.
    if (scope && this.#homeOf(scope)) {
      await this.introduce({ agentId, scope });
      await this.agentPresent(agentId);
    }
    return await this.desk(agentId);
  }

  /** The organism an agent's own events belong to. */
  #homeOf(scope: TenantScope): TenantId | undefined {
    if (scope !== "system") return [...scope].sort()[0];
    return this.live.settings.queues.values().next().value?.tenantId;
  }

  async #do(...commands: Command[]): Promise<void> {
    throwRefusal(await this.live.submit(...commands));
  }

  #quietly(command: Command): void {
    this.live.submit(command).catch((error: unknown) => {
      this.platform.log.warn({ err: error, command: command.kind }, "news did not reach the router");
    });
  }

  #tell(decisions: readonly Decision[], agentIds: ReadonlySet<string>): void {
    this.waits.follow(decisions);
    this.lastAgents.follow(decisions);
    forgetCards(this.live, decisions);
    this.#screens.show(agentIds);
    this.#ribbon.follow(decisions);
    this.callbacks.follow(decisions);
  }

  async #lastAgentFor(queueId: string, card: Card | undefined): Promise<string | null> {
    const queue = this.live.engine.queues.get(queueId);
    const citizenId = card?.caller.citizenId;
    if (!queue?.strategy.first || !citizenId) return null;
    return await this.lastAgents.of(queue.settings.tenantId, citizenId);
  }

  /** An interaction is being written down: what was decided of it is written behind. */
  writesAfter(written: Promise<void>): void {
    this.#ribbon.waitFor(written);
  }

  /** Until what was decided stands in the conversations. */
  async recorded(): Promise<void> {
    await this.#ribbon.drained();
  }

  /** Until settings are read and everything that follows from decisions is written. */
  async drained(): Promise<void> {
    await this.#settings.drained();
    await Promise.all([this.#ribbon.drained(), this.callbacks.drained(), this.lastAgents.drained()]);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.presence.close();
    await this.live.close();
    await this.drained();
  }
}

/** Starts deciding for a shard as soon as it holds its lease; `await router.live.ready()` to know. */
export function createRouter(platform: Platform, { shard = "main" }: { shard?: string } = {}): Router {
  const router = new Router(platform, shard);
  void router.live
    .ready()
    .then(() => router.callbacks.adoptOrphans())
    .catch((error: unknown) => platform.log.warn({ err: error }, "router did not start"));
  return router;
}
