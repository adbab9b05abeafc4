import { AriError } from "../ari/ari-error.ts";
import type { Voice } from "../voice.ts";
import type { Call, Leg } from "./call-record.ts";

export interface AgentDial {
  readonly leg: Leg;
  readonly timeoutSeconds: number;
  /** The desk lifts by itself: the agent's own call, a phone that comes back. */
  readonly answersItself?: boolean;
}

/** G.711 as the trunks speak it: nothing to transcode. */
const AGENT_CODECS = "alaw";

/** Rings an agent's phone for a call; the headers tell the softphone which one it is. Each header costs Asterisk a turn before the INVITE. */
export async function dialAgent(voice: Voice, call: Call, dial: AgentDial): Promise<void> {
  const { leg, timeoutSeconds, answersItself = false } = dial;
  const endpoint = leg.agentId && voice.phones.dialString(leg.agentId);
  if (!endpoint) throw new AriError("POST /channels", 404, "the agent has no telephone now");
  await dialPhone(voice, {
    endpoint,
    channelId: leg.channelId,
    shown: call.peerNumber,
    timeoutSeconds,
    headers: {
      "X-Vera-Interaction": call.interactionId,
      ...(answersItself && { "X-Vera-Answer": "auto" }),
    },
  });
}

export interface PhoneDial {
  readonly endpoint: string;
  readonly channelId: string;
  /** What the phone shows as the caller's number. */
  readonly shown: string | null;
  readonly timeoutSeconds: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One request, so that the INVITE leaves at once; StasisStart comes when the phone is lifted. */
export async function dialPhone(voice: Voice, dial: PhoneDial): Promise<void> {
  const { endpoint, channelId, timeoutSeconds } = dial;
  const variables = Object.fromEntries(
    Object.entries(dial.headers).map(([name, value]) => [`PJSIP_HEADER(add,${name})`, value]),
  );
  await voice.ari.call(
    "POST /channels",
    {
      endpoint,
      channelId,
      app: voice.ari.app,
      appArgs: "ours",
      callerId: callerIdOf(dial.shown),
      timeout: timeoutSeconds,
      formats: AGENT_CODECS,
    },
    { variables },
  );
}

/** Only what a telephone number may hold: this text goes into a SIP header. */
function callerIdOf(number: string | null): string {
  const digits = (number ?? "").replace(/[^0-9+*#]/g, "");
  return digits === "" ? "Vera" : `<${digits}>`;
}
