import { join } from "node:path";
import type { PressedKey, Voicemail, VoicemailOptions } from "../../ivr/index.ts";
import { ignoringGone } from "../bridges/call-bridges.ts";
import type { Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";
import { leftMeanwhile } from "./left-meanwhile.ts";

interface Request {
  readonly leg: Leg;
  readonly options: VoicemailOptions;
  readonly beep: () => Promise<unknown>;
  readonly nextKey: (signal: AbortSignal) => Promise<PressedKey | null>;
}

/** A recording that ends this close to its limit ended by it. */
const LIMIT_TOLERANCE_SECONDS = 0.5;

/** What was said until the hang-up is kept: this resolves where every other pending call of the leg rejects. */
export async function recordVoicemail(voice: Voice, request: Request): Promise<Voicemail> {
  const { leg, options } = request;
  if (options.beep) await request.beep();
  const name = `voicemail-${voice.platform.ids.uuid()}`;
  const path = join(voice.spoolDirectory, "recording", `${name}.wav`);
  const longestMs = (options.maxSeconds + 10) * 1_000;
  const finished = Promise.race([
    voice.ari.waitFor("RecordingFinished", ({ recording }) => recording.name === name, longestMs),
    voice.ari.waitFor("RecordingFailed", ({ recording }) => recording.name === name, longestMs),
  ]);
  await voice.ari.call("POST /channels/{channelId}/record", {
    channelId: leg.channelId,
    name,
    format: "wav",
    maxDurationSeconds: options.maxSeconds,
    maxSilenceSeconds: options.silenceSeconds,
    ifExists: "fail",
    terminateOn: "none",
  });
  const listening = new AbortController();
  const key = stopAtKey(voice, { ...request, name, signal: listening.signal });
  const { recording } = await finished;
  listening.abort();
  const endedByKey = await key;
  const durationSeconds = recording.duration ?? 0;
  return { path, durationSeconds, endedBy: await endOf(request, { endedByKey, durationSeconds }) };
}

async function endOf(
  { leg, options }: Request,
  { endedByKey, durationSeconds }: { endedByKey: boolean; durationSeconds: number },
): Promise<Voicemail["endedBy"]> {
  if (endedByKey) return "key";
  if (durationSeconds >= options.maxSeconds - LIMIT_TOLERANCE_SECONDS) return "max-length";
  return (await leftMeanwhile(leg)) ? "hang-up" : "silence";
}

/** True when one of the finishing keys ended it; other keys are taken out of the buffer and mean nothing here. */
async function stopAtKey(
  voice: Voice,
  { options, nextKey, name, signal }: Request & { name: string; signal: AbortSignal },
): Promise<boolean> {
  for (;;) {
    const pressed = await nextKey(signal).catch(() => null); // the caller hung up: the recording tells
    if (pressed === null) return false;
    if (!options.finishKeys.includes(pressed.key)) continue;
    await ignoringGone(voice.ari.call("POST /recordings/live/{recordingName}/stop", { recordingName: name }));
    return true;
  }
}
