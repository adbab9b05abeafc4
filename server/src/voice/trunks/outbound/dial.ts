import { asSystem, DomainError, type Logger, type Platform, type TenantId } from "../../../platform/index.ts";
import { isGone } from "../../ari/ari-error.ts";
import type { Ari } from "../../ari/connect-ari.ts";
import type { OutboundLines, OutboundOutcome, OutboundRequest } from "../../voice.ts";
import type { SeizureOutcome } from "../events.ts";
import { worthAnotherTrunk } from "../seizures/outcome.ts";
import { hasRoom, insertSeizure } from "../seizures/store.ts";
import type { SeizureTracker } from "../seizures/track-seizures.ts";
import type { TrunkRow } from "../store.ts";
import { endpointOfTrunk } from "../trunk-objects.ts";
import { type CallPlan, numberFor, planCall } from "./plan-call.ts";

export interface OutboundParts {
  readonly platform: Platform;
  /** Our main application: an answered call enters it. */
  readonly ari: Ari;
  /** The application that hears of the trunks' channels. */
  readonly lines: Ari;
  readonly tracker: SeizureTracker;
  readonly log: Logger;
}

/** Q.850 cause "network out of order": Asterisk could not even begin. */
const NOT_BEGUN = 38;
/** Asterisk's own limit is only there in case we vanish while it rings. */
const GRACE_SECONDS = 10;

export function outboundLines(parts: OutboundParts): OutboundLines {
  return {
    check: async ({ tenantId, number }) => {
      const wish = { tenantId, number, purpose: "agent", showNumber: null } as const;
      const plan = await asSystem(parts.platform, "voice", (ctx) => planCall(ctx, wish));
      return { e164: plan.e164, callerId: plan.callerId };
    },
    dial: (request) => dial(parts, request),
  };
}

/** Trunk after trunk until one gets through; each attempt is a seizure of its own. */
async function dial(parts: OutboundParts, request: OutboundRequest): Promise<OutboundOutcome> {
  const plan = await asSystem(parts.platform, "voice", (ctx) => planCall(ctx, request));
  for (const trunk of plan.trunks) {
    if (request.signal?.aborted) return { status: "cancelled" };
    const channelId = await seize(parts, { plan, trunk, request });
    if (!channelId) continue;
    const outcome = await attempt(parts, { plan, trunk, request, channelId });
    if (outcome === "answered") return { status: "answered", channelId };
    if (!worthAnotherTrunk(outcome)) return { status: outcome };
    parts.log.warn({ trunkId: trunk.id, channelId }, "a trunk failed; trying the next one");
  }
  return { status: "failed" };
}

interface Seizing {
  readonly plan: CallPlan;
  readonly trunk: TrunkRow;
  readonly request: OutboundRequest;
}

/** Written before Asterisk is asked; undefined when this trunk is full. */
async function seize(parts: OutboundParts, { plan, trunk, request }: Seizing): Promise<string | undefined> {
  const { policyTenantId, maxCalls } = plan;
  return await asSystem(parts.platform, "voice", async (ctx) => {
    const room = await hasRoom(ctx, { trunkId: trunk.id, policyTenantId, maxCalls });
    if (room === "tenant-full") {
      throw new DomainError("too-many", "All outbound lines of this tenant are busy", {
        key: "outboundFull",
      });
    }
    if (room === "trunk-full") return undefined;
    const channelId = ctx.ids.uuid();
    await insertSeizure(ctx, {
      tenantId: request.tenantId as TenantId,
      trunkId: trunk.id,
      routeId: plan.routeId,
      policyTenantId,
      interactionId: request.interactionId,
      channelId,
      direction: "outbound",
      number: plan.e164,
      startedAt: ctx.clock.now(),
    });
    return channelId;
  });
}

async function attempt(
  parts: OutboundParts,
  seizing: Seizing & { channelId: string },
): Promise<SeizureOutcome> {
  const { ari, lines, tracker } = parts;
  const { request, channelId } = seizing;
  const stops: (() => void)[] = [];
  const answered = new Promise<"answered">((resolve) => {
    stops.push(
      ari.on("StasisStart", ({ channel }) => {
        if (channel.id === channelId) resolve("answered");
      }),
    );
  });
  stops.push(
    lines.on("ChannelStateChange", ({ channel }) => {
      if (channel.id === channelId && channel.state === "Ringing") request.onRinging?.();
    }),
  );
  const over = tracker.outcomeOf(channelId);
  const takeBack = (why: "cancelled" | "no-answer"): void => {
    tracker.note(channelId, why);
    void endChannel(parts, channelId, why);
  };
  const cancel = (): void => takeBack("cancelled");
  const timer = setTimeout(() => takeBack("no-answer"), request.timeoutSeconds * 1_000);
  request.signal?.addEventListener("abort", cancel);
  try {
    await originate(parts, seizing);
    if (request.signal?.aborted) cancel(); // it came while Asterisk was being asked
    return await Promise.race([answered, over]);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", cancel);
    for (const stop of stops) stop();
  }
}

/** The context records from the answer on, then hands the channel to our application. */
async function originate(
  { lines, tracker, log }: OutboundParts,
  { plan, trunk, request, channelId }: Seizing & { channelId: string },
): Promise<void> {
  try {
    await lines.call("POST /channels", {
      endpoint: `PJSIP/${numberFor(trunk, plan.e164)}@${endpointOfTrunk(trunk.id)}`,
      context: "vera-record",
      extension: "out",
      priority: 1,
      channelId,
      timeout: request.timeoutSeconds + GRACE_SECONDS,
      ...(plan.callerId && { callerId: numberFor(trunk, plan.callerId) }),
    });
  } catch (err) {
    log.warn({ err, trunkId: trunk.id, channelId }, "Asterisk could not use a trunk");
    tracker.end(channelId, NOT_BEGUN);
  }
}

async function endChannel(
  { lines, log }: OutboundParts,
  channelId: string,
  why: "cancelled" | "no-answer",
): Promise<void> {
  const reason = why === "no-answer" ? "no_answer" : "normal";
  await lines.call("DELETE /channels/{channelId}", { channelId, reason }).catch((err: unknown) => {
    if (!isGone(err)) log.warn({ err, channelId }, "a ringing call could not be taken back");
  });
}
