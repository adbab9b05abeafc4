import type { RecordingQuery } from "@vera/contracts/voice";

export const LENGTHS = ["30", "60", "180", "600"] as const;
export const KINDS = ["call", "voicemail"] as const;

/** The question to the server from the address of the page; a number goes by its digits. */
export function recordingQuery(search: URLSearchParams, range: { from: string; to: string }): RecordingQuery {
  const [queueId, agentId] = [search.get("queue"), search.get("agent")];
  const number = (search.get("number") ?? "").replace(/\D/g, "");
  const length = LENGTHS.find((seconds) => seconds === search.get("min"));
  const kind = KINDS.find((each) => each === search.get("kind"));
  return {
    ...range,
    ...(queueId ? { queueId } : {}),
    ...(agentId ? { agentId } : {}),
    ...(/^\d{3,15}$/.test(number) ? { number } : {}),
    ...(length ? { minSeconds: Number(length) } : {}),
    ...(kind ? { kind } : {}),
  };
}
