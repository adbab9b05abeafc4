import type { Ari } from "../ari/connect-ari.ts";
import { endSupervision, supervisorLifted } from "../supervision/supervise.ts";
import type { LegEnd, Voice } from "../voice.ts";
import { callBack } from "./agent-lost.ts";
import { arrive } from "./arrive.ts";
import { moveLeg } from "./call-record.ts";
import { inTurn } from "./in-turn.ts";
import { dialCitizen } from "./place-call.ts";
import { agentLifted } from "./ring-agent.ts";
import { callChanged } from "./screens.ts";

type Channel = Parameters<typeof arrive>[1]["channel"];

/** Q.850 causes that Asterisk gives to channels. */
const CAUSE = { normal: 16, busy: 17, noAnswer: 19, noUserResponse: 18, rejected: 21 } as const;

/** Asterisk's news, translated into the words of this module. Returns how to stop listening. */
export function listenToAsterisk(voice: Voice, ari: Ari): () => void {
  const failed = (what: string) => (err: unknown) => voice.log.error({ err }, what);
  const stops = [
    ari.on("StasisStart", ({ channel, args }) => {
      if (args[0] === "in") {
        const arrival = { channel, dialled: args[1] ?? "", trunk: args[2] ?? "" };
        void arrive(voice, arrival).catch(failed("an arriving call failed"));
      } else if (args[0] === "ours") lifted(voice, channel);
    }),
    ari.on("ChannelStateChange", ({ channel }) => {
      if (channel.state === "Ringing") rings(voice, channel);
    }),
    ari.on("ChannelDtmfReceived", ({ channel, digit }) => {
      voice.calls.byChannel(channel.id)?.call.flowLeg?.pressed(digit);
    }),
    ari.on("ChannelHangupRequest", ({ channel, cause }) => {
      const leg = voice.calls.byChannel(channel.id)?.leg;
      if (leg && cause !== undefined) leg.hangupCause = cause;
      // An agent who hung up is free: the next citizen does not wait until Asterisk has taken the old line down.
      if (leg?.role === "agent" && leg.state === "up") stasisEnded(voice, channel);
    }),
    // Asterisk tells of the end of a channel only while it belongs to us: a lifted one ends here, one that never was lifted below.
    ari.on("StasisEnd", ({ channel }) => stasisEnded(voice, channel)),
    ari.on("ChannelDestroyed", ({ channel, cause, tech_cause: sip }) => {
      channelGone(voice, channel.id, { cause: causeOf(channel.state, { cause, sip }) });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function stasisEnded(voice: Voice, channel: Channel): void {
  const leg = voice.calls.byChannel(channel.id)?.leg;
  const cause = leg?.hangupCause ?? CAUSE.normal;
  channelGone(voice, channel.id, { cause: causeOf(channel.state, { cause, sip: undefined }) });
}

export function channelGone(voice: Voice, channelId: string, end: LegEnd): void {
  voice.legEnded(channelId, end);
  const supervision = voice.supervisions.byPhone(channelId);
  if (!supervision) return;
  void endSupervision(voice, supervision).catch((err: unknown) => {
    voice.log.warn({ err }, "a supervision did not end cleanly");
  });
}

function rings(voice: Voice, { id }: Channel): void {
  const found = voice.calls.byChannel(id);
  if (found && moveLeg(found.leg, "ringing")) callChanged(voice, found.call);
}

/** A phone that we rang is up. */
function lifted(voice: Voice, { id }: Channel): void {
  const supervision = voice.supervisions.byPhone(id);
  if (supervision) {
    void supervisorLifted(voice, supervision).catch((err: unknown) => {
      voice.log.warn({ err }, "a supervision could not begin");
      return endSupervision(voice, supervision);
    });
    return;
  }
  const found = voice.calls.byChannel(id);
  if (!found) return;
  const { call, leg } = found;
  if (!moveLeg(leg, "up")) return;
  const own = call.direction === "outbound" && !call.citizen && !call.consult && leg.role === "agent";
  // The dialling of the other side lasts long; it must not keep the agent's commands waiting.
  const next = own
    ? () => dialCitizen(voice, call, leg)
    : () => inTurn(call, () => agentLifted(voice, call, leg));
  void next().catch((err: unknown) => {
    voice.log.error({ err, interactionId: call.interactionId }, "a lifted phone could not be connected");
    voice.legEnded(id, { cause: "device" });
  });
}

/** The agent's browser is back: whom it lost is called again. */
export function phoneRegistered(voice: Voice, agentId: string): void {
  for (const call of voice.calls.all()) {
    if (call.lostAgent?.agentId !== agentId) continue;
    const lost = { agentId: call.lostAgent.agentId, name: call.talkers.get(call.lostAgent.agentId) ?? null };
    void callBack(voice, call, lost);
  }
}

function causeOf(
  state: Channel["state"],
  { cause, sip }: { cause: number; sip: number | undefined },
): LegEnd["cause"] {
  if (state === "Up") return cause === CAUSE.normal || cause === 0 ? "hang-up" : "device";
  if (cause === CAUSE.busy || sip === 486 || sip === 600) return "busy";
  if (cause === CAUSE.rejected || sip === 603) return "declined";
  if (cause === CAUSE.noAnswer || cause === CAUSE.noUserResponse) return "no-answer";
  return "device";
}
