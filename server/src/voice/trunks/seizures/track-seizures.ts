import { asSystem, type Context, emit, type Logger, type Platform } from "../../../platform/index.ts";
import type { Channel } from "../../ari/asterisk-api.ts";
import type { Ari } from "../../ari/connect-ari.ts";
import { type SeizureOutcome, seizureEnded } from "../events.ts";
import { findTrunkByCode } from "../store.ts";
import { codeOfEndpoint } from "../trunk-objects.ts";
import { Gatherer, type Work } from "./gather.ts";
import { unansweredOutcome } from "./outcome.ts";
import {
  findSeizure,
  insertSeizure,
  interactionOfChannel,
  liveSeizures,
  markAnswered,
  markEnded,
  markRinging,
} from "./store.ts";

/** Q.850 has no such cause: our process was away when the call ended. */
const UNSEEN = 0;

type EndedByUs = "cancelled" | "no-answer";

/**
 * Writes down every use of a trunk, from Asterisk's own news about the trunks' channels, so that no code path of ours
 * can forget one. Invariant: one seizure per trunk channel, ended exactly once.
 */
export class SeizureTracker {
  readonly #platform: Platform;
  readonly #lines: Ari;
  readonly #news: Gatherer;
  readonly #endedByUs = new Map<string, EndedByUs>();
  readonly #waiting = new Map<string, (outcome: SeizureOutcome) => void>();

  constructor({ platform, lines, log }: { platform: Platform; lines: Ari; log: Logger }) {
    this.#platform = platform;
    this.#lines = lines;
    this.#news = new Gatherer({ platform, log });
    lines.on("ChannelCreated", ({ channel }) => this.#inbound(channel));
    lines.on("ChannelStateChange", ({ channel }) => this.#stateChanged(channel));
    lines.on("ChannelDestroyed", ({ channel, cause }) => this.end(channel.id, cause));
  }

  /** How the attempt on this channel ended without an answer, or after one. */
  outcomeOf(channelId: string): Promise<SeizureOutcome> {
    return new Promise((resolve) => this.#waiting.set(channelId, resolve));
  }

  /** Said before we take the ringing back ourselves. */
  note(channelId: string, why: EndedByUs): void {
    this.#endedByUs.set(channelId, why);
  }

  end(channelId: string, cause: number): void {
    const at = this.#platform.clock.now();
    const endedByUs = this.#endedByUs.get(channelId);
    this.#endedByUs.delete(channelId);
    const write: Work = async (ctx) => {
      const outcome = await endSeizure(ctx, { channelId, at, cause, endedByUs });
      if (!outcome) return;
      ctx.afterCommit(() => {
        this.#waiting.get(channelId)?.(outcome);
        this.#waiting.delete(channelId);
      });
    };
    // Somebody waits for it, to try the next trunk.
    if (this.#waiting.has(channelId)) this.#news.now(write);
    else this.#news.soon(write);
  }

  /** After we were away: what ended meanwhile is closed, what began meanwhile is written down. */
  async reconcile(): Promise<void> {
    const channels = await this.#lines.call("GET /channels");
    const alive = new Map(channels.map((channel) => [channel.id, channel]));
    const open = await asSystem(this.#platform, "voice", (ctx) => liveSeizures(ctx));
    for (const { channelId } of open) {
      if (!alive.has(channelId)) this.end(channelId, UNSEEN);
    }
    for (const channel of channels) {
      if (trunkCodeOf(channel) === undefined) continue;
      if (!open.some((seizure) => seizure.channelId === channel.id)) this.#inbound(channel);
      this.#stateChanged(channel);
    }
    await this.settled();
  }

  /** Until all news that came so far is written. */
  async settled(): Promise<void> {
    await this.#news.flush();
  }

  /** A seizure that we made has its row before its channel: then this one changes nothing. */
  #inbound(channel: Channel): void {
    const code = trunkCodeOf(channel);
    if (code === undefined) return;
    const startedAt = this.#platform.clock.now();
    this.#news.soon(async (ctx) => {
      const trunk = await findTrunkByCode(ctx, code);
      if (!trunk) return;
      await insertSeizure(ctx, {
        tenantId: trunk.tenantId,
        trunkId: trunk.id,
        routeId: null,
        policyTenantId: null,
        interactionId: null,
        channelId: channel.id,
        direction: "inbound",
        number: channel.caller.number || null,
        startedAt,
      });
    });
  }

  #stateChanged(channel: Channel): void {
    if (trunkCodeOf(channel) === undefined) return;
    const at = this.#platform.clock.now();
    if (channel.state === "Ringing") this.#news.soon((ctx) => markRinging(ctx, channel.id, at));
    if (channel.state === "Up") this.#news.soon((ctx) => markAnswered(ctx, channel.id, at));
  }
}

/** `PJSIP/trunk-9f3a1c0b7d2e-0000002a` */
function trunkCodeOf(channel: Pick<Channel, "name">): string | undefined {
  return codeOfEndpoint(/^PJSIP\/(.+)-[0-9a-f]{8}$/.exec(channel.name)?.[1] ?? "");
}

interface End {
  readonly channelId: string;
  readonly at: Date;
  readonly cause: number;
  readonly endedByUs: EndedByUs | undefined;
}

async function endSeizure(
  ctx: Context,
  { channelId, at, cause, endedByUs }: End,
): Promise<SeizureOutcome | undefined> {
  const seizure = await findSeizure(ctx, channelId);
  if (!seizure || seizure.endedAt) return undefined;
  const { id, tenantId, answeredAt, startedAt, direction } = seizure;
  const outcome = answeredAt ? "answered" : unansweredOutcome({ cause, direction, endedByUs });
  const interactionId = seizure.interactionId ?? (await interactionOfChannel(ctx, channelId));
  await markEnded(ctx, { id, endedAt: at, cause, outcome, interactionId });
  await emit(ctx, seizureEnded, {
    tenantId,
    key: id,
    data: {
      trunkId: seizure.trunkId,
      trunkName: seizure.trunkName,
      routeId: seizure.routeId,
      interactionId,
      direction,
      answered: answeredAt !== null,
      outcome,
      cause,
      startedAt: startedAt.toISOString(),
      endedAt: at.toISOString(),
      setupSeconds: secondsBetween(startedAt, answeredAt ?? at),
      talkSeconds: answeredAt ? secondsBetween(answeredAt, at) : 0,
    },
  });
  return outcome;
}

/** Never negative: the clock may be set back during a call. */
function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, (to.getTime() - from.getTime()) / 1_000);
}
