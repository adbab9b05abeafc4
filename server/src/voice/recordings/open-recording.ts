import type { RecordingDetail, RecordingPeaks } from "@vera/contracts/voice";
import { audit, type Context, DomainError, type OpenFile } from "../../platform/index.ts";
import { readPeakBytes, SLICES_PER_SECOND } from "./peaks.ts";
import { readPeaks, readRecording } from "./store.ts";

type Act = "listened" | "downloaded";

/** The sound, for somebody who may; that they did is written down in the same transaction. */
export async function openRecording(ctx: Context, { id, act }: { id: string; act: Act }): Promise<OpenFile> {
  const recording = await readRecording(ctx, id);
  if (!recording.fileId) throw notReady(recording.status);
  await audit(ctx, {
    action: `recording.${act}`,
    tenantId: recording.tenantId as never,
    subject: { kind: "recording", id },
    detail: { interactionId: recording.interactionId },
  });
  return await ctx.platform.files.open(ctx, recording.fileId);
}

export async function peaksOf(ctx: Context, id: string): Promise<RecordingPeaks> {
  const recording = await readRecording(ctx, id);
  const row = await readPeaks(ctx, id);
  if (!row) throw notReady(recording.status);
  return { seconds: Number(row.seconds), slicesPerSecond: SLICES_PER_SECOND, ...readPeakBytes(row.peaks) };
}

export type RecordingListens = RecordingDetail["listens"];

function notReady(status: string): DomainError {
  return status === "failed"
    ? new DomainError("not-found", "The sound of this call was lost", { key: "recordingLost" })
    : new DomainError("conflict", "The recording is still being written; try again in some seconds", {
        key: "recordingPending",
      });
}
