import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import Type, { type Static } from "typebox";
import {
  type Context,
  defineJob,
  type Platform,
  ProviderError,
  type RecordingId,
} from "../../platform/index.ts";
import { PeakMeter } from "./peaks.ts";
import { lockRecording, markFailed, markReady, type PendingRecording } from "./store.ts";
import { secondsOf, wavHeader } from "./wav-format.ts";

const FRAME_BYTES = 4;
/** The raw file may lie on a slow disk that is just coming back; after this it is lost for good. */
const GIVE_UP_AFTER_MS = 3_600_000;

export const finishRecording = defineJob("recording.finish", Type.Object({ recordingId: Type.String() }));

export function handleFinishRecording(platform: Platform): void {
  platform.jobs.handle(finishRecording, finish);
}

/**
 * Raw two-sided sound → stereo WAV, encrypted into the files port. Twice does nothing the second time; the raw file goes only after the
 * encrypted one is durable.
 */
export async function finish(
  ctx: Context,
  { recordingId }: Static<typeof finishRecording.schema>,
): Promise<void> {
  const id = recordingId as RecordingId;
  const recording = await lockRecording(ctx, id);
  if (!recording?.rawPath || recording.status === "ready") return;
  const size = await sizeOf(recording.rawPath);
  if (size === undefined) return await missing(ctx, recording);
  const dataBytes = size - (size % FRAME_BYTES);
  const meter = new PeakMeter();
  const { id: fileId, bytes } = await ctx.platform.files.put(ctx, {
    tenantId: recording.tenantId,
    contentType: "audio/wav",
    name: `${id}.wav`,
    body: Readable.from(wavOf(recording.rawPath, { dataBytes, meter }), { objectMode: false }),
  });
  const seconds = secondsOf({ channels: 2, dataBytes });
  await markReady(ctx, { id, fileId, seconds, bytes, peaks: meter.finish() });
  const { rawPath } = recording;
  ctx.afterCommit(() => {
    rm(rawPath, { force: true }).catch((err: unknown) => {
      ctx.log.error({ err, recordingId }, "a raw recording could not be removed");
    });
  });
}

async function* wavOf(
  rawPath: string,
  { dataBytes, meter }: { dataBytes: number; meter: PeakMeter },
): AsyncGenerator<Buffer> {
  yield wavHeader({ channels: 2, dataBytes });
  if (dataBytes === 0) return;
  for await (const chunk of createReadStream(rawPath, { end: dataBytes - 1 })) {
    meter.add(chunk as Buffer);
    yield chunk as Buffer;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function missing(ctx: Context, { id, startedAt, rawPath }: PendingRecording): Promise<void> {
  const ageMs = ctx.clock.now().getTime() - startedAt.getTime();
  ctx.log.error({ recordingId: id, rawPath }, "the sound of a recording is not there");
  if (ageMs < GIVE_UP_AFTER_MS)
    throw new ProviderError("The sound of the recording is not there yet", { retryable: true });
  await markFailed(ctx, { id, failure: "Asterisk left no sound file" });
}
