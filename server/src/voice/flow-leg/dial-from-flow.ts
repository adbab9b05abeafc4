import type { ConnectedDial, DialOptions, DialOutcome } from "../../ivr/index.ts";
import { DomainError } from "../../platform/index.ts";
import { hangUp, putInTalk, takeOutOfBridge } from "../bridges/call-bridges.ts";
import { addLeg, type Call, type Leg } from "../calls/call-record.ts";
import { callChanged } from "../calls/screens.ts";
import type { OutboundOutcome, Voice } from "../voice.ts";
import type { LegPlayer } from "./leg-player.ts";

interface FlowDial {
  readonly number: string;
  readonly options: DialOptions;
  readonly player: LegPlayer;
}

/** The flow connects the citizen with a number outside: an emergency service, or an office with a telephone of its own. */
export async function dialFromFlow(
  voice: Voice,
  call: Call,
  { number, options, player }: FlowDial,
): Promise<DialOutcome> {
  const { citizen } = call;
  if (!citizen) return { status: "failed" };
  await player.startMusic(voice.sounds.ringback);
  const answer = await dialOut(voice, call, { number, options, citizen });
  await player.stopMusic();
  if (answer.status !== "answered") {
    return { status: answer.status === "cancelled" ? "failed" : answer.status };
  }
  const given = {
    channelId: answer.channelId,
    role: "outside",
    number,
    state: "up",
    accepted: true,
  } as const;
  const outside = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, outside);
  await player.release();
  await putInTalk(voice, call, [citizen, outside]);
  callChanged(voice, call);
  return connected(voice, call, { citizen, outside });
}

async function dialOut(
  voice: Voice,
  call: Call,
  { number, options, citizen }: Omit<FlowDial, "player"> & { citizen: Leg },
): Promise<OutboundOutcome> {
  try {
    return await voice.outbound.dial({
      tenantId: call.tenantId,
      interactionId: call.interactionId,
      number,
      showNumber: options.showNumber === "caller" ? call.peerNumber : null,
      purpose: options.purpose,
      timeoutSeconds: options.timeoutSeconds,
      signal: citizen.gone.signal,
    });
  } catch (error) {
    // Not allowed or not routable: the flow has an exit for it.
    if (!(error instanceof DomainError)) throw error;
    voice.log.warn({ err: error, interactionId: call.interactionId }, "a flow may not dial this number");
    return { status: "rejected" };
  }
}

/** The talk made by a flow, found again after a restart. */
export function currentDialOf(voice: Voice, call: Call): ConnectedDial | null {
  const { citizen } = call;
  const outside = [...call.legs.values()].find((leg) => leg.role === "outside" && leg.place === "talk");
  if (call.phase !== "flow" || !citizen || !outside) return null;
  return connected(voice, call, { citizen, outside });
}

function connected(
  voice: Voice,
  call: Call,
  { citizen, outside }: { citizen: Leg; outside: Leg },
): ConnectedDial {
  const finished = whoEnds(citizen, outside).then(async (endedBy) => {
    if (endedBy === "caller") await hangUp(voice, outside);
    else await takeOutOfBridge(voice, call, citizen).catch(() => undefined); // gone meanwhile: its own event tells
    return { endedBy };
  });
  return { status: "connected", finished };
}

function whoEnds(citizen: Leg, outside: Leg): Promise<"caller" | "other-side"> {
  return new Promise((resolve) => {
    const byCaller = (): void => resolve("caller");
    const byOther = (): void => resolve("other-side");
    if (citizen.gone.signal.aborted) return byCaller();
    if (outside.gone.signal.aborted) return byOther();
    citizen.gone.signal.addEventListener("abort", byCaller, { once: true });
    outside.gone.signal.addEventListener("abort", byOther, { once: true });
  });
}
