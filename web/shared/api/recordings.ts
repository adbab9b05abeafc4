import type { RecordingDetail, RecordingPage, RecordingPeaks, RecordingQuery } from "@vera/contracts/voice";
import { apiUrl, get } from "./request.ts";

export async function listRecordings(query: RecordingQuery): Promise<RecordingPage> {
  return get("/recordings", { query });
}

export async function openRecording(id: string): Promise<RecordingDetail> {
  return get(`/recordings/${id}`);
}

export async function recordingPeaks(id: string): Promise<RecordingPeaks> {
  return get(`/recordings/${id}/peaks`);
}

/** Fetched by the audio element itself; each listening leaves an audit entry. */
export function recordingAudioUrl(id: string): string {
  return apiUrl(`/recordings/${id}/audio`);
}

export function recordingDownloadUrl(id: string): string {
  return apiUrl(`/recordings/${id}/download`);
}
