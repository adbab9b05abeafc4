/** Our own payload type for keys (RFC 4733); the answer may name another. */
export const KEYS_PAYLOAD = 101;

export type MediaDirection = "sendrecv" | "sendonly" | "recvonly" | "inactive";

export interface RemoteMedia {
  readonly host: string;
  readonly port: number;
  readonly keysPayload: number;
  readonly direction: MediaDirection;
}

/** A-law and keys, nothing else: what every carrier in the country speaks. */
export function describeMedia({
  host,
  port,
  direction = "sendrecv",
  version = 1,
}: {
  host: string;
  port: number;
  direction?: MediaDirection;
  version?: number;
}): string {
  return [
    "v=0",
    `o=- 1 ${version} IN IP4 ${host}`,
    "s=-",
    `c=IN IP4 ${host}`,
    "t=0 0",
    `m=audio ${port} RTP/AVP 8 ${KEYS_PAYLOAD}`,
    "a=rtpmap:8 PCMA/8000",
    `a=rtpmap:${KEYS_PAYLOAD} telephone-event/8000`,
    `a=fmtp:${KEYS_PAYLOAD} 0-16`,
    "a=ptime:20",
    `a=${direction}`,
    "",
  ].join("\r\n");
}

export function readMedia(sdp: string): RemoteMedia | undefined {
  const port = Number(/^m=audio (\d+)/m.exec(sdp)?.[1] ?? 0);
  const host = /^c=IN IP[46] (\S+)/m.exec(sdp)?.[1];
  if (!host || port === 0) return undefined;
  return {
    host,
    port,
    keysPayload: Number(/^a=rtpmap:(\d+) telephone-event\/8000/im.exec(sdp)?.[1] ?? KEYS_PAYLOAD),
    direction: (/^a=(sendrecv|sendonly|recvonly|inactive)/m.exec(sdp)?.[1] ?? "sendrecv") as MediaDirection,
  };
}

/** What we may do when the other side does that (RFC 3264 section 6.1). */
export function answerDirection(theirs: MediaDirection): MediaDirection {
  const answer = {
    sendrecv: "sendrecv",
    sendonly: "recvonly",
    recvonly: "sendonly",
    inactive: "inactive",
  } as const;
  return answer[theirs];
}
