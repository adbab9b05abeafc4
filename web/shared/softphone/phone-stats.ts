import type { PhoneStats } from "./softphone.ts";

type Report = Record<string, unknown> & { type: string; kind?: string };

/** The figures of a running call from the browser's own counters (W3C webrtc-stats). */
export async function readPhoneStats(connection: RTCPeerConnection): Promise<PhoneStats> {
  const reports: Report[] = [];
  (await connection.getStats()).forEach((report: Report) => {
    reports.push(report);
  });
  const audio = (type: string): Report | undefined =>
    reports.find((report) => report.type === type && report.kind === "audio");
  const received = audio("inbound-rtp");
  const pair = reports.find((report) => report.type === "candidate-pair" && report["nominated"] === true);
  return {
    packetsReceived: count(received?.["packetsReceived"]),
    packetsSent: count(audio("outbound-rtp")?.["packetsSent"]),
    packetsLost: count(received?.["packetsLost"]),
    jitter: count(received?.["jitter"]),
    roundTrip: typeof pair?.["currentRoundTripTime"] === "number" ? pair["currentRoundTripTime"] : null,
    levelIn: count(received?.["audioLevel"]),
    levelOut: count(audio("media-source")?.["audioLevel"]),
  };
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
