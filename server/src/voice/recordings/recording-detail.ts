import type { RecordingDetail } from "@vera/contracts/voice";
import { segmentsOf } from "../../conversations/index.ts";
import { auditTrail, type Context } from "../../platform/index.ts";
import { readRecording } from "./store.ts";

const ACTS = { "recording.listened": "listened", "recording.downloaded": "downloaded" } as const;

/** With the ribbon of its interaction as an index, in seconds of the sound, and who has heard it. */
export async function recordingDetail(ctx: Context, id: string): Promise<RecordingDetail> {
  const { fileId: _fileId, ...item } = await readRecording(ctx, id);
  const trail = await auditTrail(ctx, { kind: "recording", id, actions: Object.keys(ACTS) });
  return {
    ...item,
    segments: await indexOf(ctx, item),
    listens: trail.map(({ at, action, actorName }) => ({
      at: at.toISOString(),
      byName: actorName,
      act: ACTS[action as keyof typeof ACTS],
    })),
  };
}

type Index = RecordingDetail["segments"];

async function indexOf(
  ctx: Context,
  { interactionId, startedAt, seconds }: Pick<RecordingDetail, "interactionId" | "startedAt" | "seconds">,
): Promise<Index> {
  const from = new Date(startedAt).getTime();
  const last = seconds ?? 0;
  const second = (at: Date): number => Math.min(last, Math.max(0, (at.getTime() - from) / 1_000));
  return (await segmentsOf(ctx, interactionId))
    .filter(({ kind }) => kind !== "wrap-up" && kind !== "offer")
    .map(({ kind, agentId, startedAt: began, endedAt }) => ({
      kind,
      agentId,
      fromSeconds: second(began),
      toSeconds: endedAt ? second(endedAt) : last,
    }));
}
