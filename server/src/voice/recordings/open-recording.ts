import type { RecordingPeaks } from "@vera/contracts/voice";
import {
  audit,
  auditTrail,
  type Context,
  DomainError,
  type OpenFile,
  type TenantId,
} from "../../platform/index.ts";
import { readPeakBytes, SLICES_PER_SECOND } from "./peaks.ts";
import { readPeaks, readRecording } from "./store.ts";

type Act = "listened" | "downloaded";

/** A player asks for many pieces of one listening; within this time they are one entry. */
const ONE_LISTENING_MS = 15 * 60_000;

/** The sound, for somebody who may; that they did is written down in the same transaction. */
export async function openRecording(ctx: Context, { id, act }: { id: string; act: Act }): Promise<OpenFile> {
  const recording = await readRecording(ctx, id);
  if (!recording.fileId) throw notReady(recording.status);
  if (act === "downloaded" || !(await isListening(ctx, id))) {
    await audit(ctx, {
      action: `recording.${act}`,
      tenantId: recording.tenantId as TenantId,
      subject: { kind: "recording", id },
      detail: { interactionId: recording.interactionId },
    });
  }
  return await ctx.platform.files.open(ctx, recording.fileId);
}

async function isListening(ctx: Context, id: string): Promise<boolean> {
  const since = ctx.clock.now().getTime() - ONE_LISTENING_MS;
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const trail = await auditTrail(ctx, { kind: "recording", id, actions: ["recording.listened"], limit: 20 });
  return me !== null && trail.some(({ actorId, at }) => actorId === me && at.getTime() > since);
}

export async function peaksOf(ctx: Context, id: string): Promise<RecordingPeaks> {
  const recording = await readRecording(ctx, id);
  const row = await readPeaks(ctx, id);
  if (!row) throw notReady(recording.status);
  return { seconds: Number(row.seconds), slicesPerSecond: SLICES_PER_SECOND, ...readPeakBytes(row.peaks) };
}

function notReady(status: string): DomainError {
  return status === "failed"
    ? new DomainError("not-found", "The sound of this call was lost", { key: "recordingLost" })
    : new DomainError("conflict", "The recording is still being written; try again in some seconds", {
        key: "recordingPending",
      });
}
