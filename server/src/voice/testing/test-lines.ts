import { DomainError } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import type { OutboundLines, OutboundOutcome, OutboundRequest } from "../voice.ts";

/** Dials over one trunk without rules, so that calls can be tested apart from routes. Numbers that begin with 0600 are forbidden. */
export function testLines(parts: { ari: Ari; lines: Ari; trunkEndpoint: string }): OutboundLines {
  let calls = 0;
  return {
    check: ({ number }) => {
      if (number.startsWith("0600")) throw new DomainError("forbidden", "That number may not be dialled");
      return Promise.resolve({ e164: number, callerId: "+543483420000" });
    },
    dial: async (request) => {
      calls += 1;
      return await dial(parts, {
        ...request,
        channelId: `line-${process.pid}-${calls}-${Date.now()}`,
      });
    },
  };
}

async function dial(
  { ari, lines, trunkEndpoint }: { ari: Ari; lines: Ari; trunkEndpoint: string },
  { number, channelId, timeoutSeconds, signal }: OutboundRequest & { channelId: string },
): Promise<OutboundOutcome> {
  // An application hears of a channel that is not its own yet through the endpoint.
  await lines.call("POST /applications/{applicationName}/subscription", {
    applicationName: lines.app,
    eventSource: `endpoint:PJSIP/${trunkEndpoint}`,
  });
  const outcome = Promise.withResolvers<OutboundOutcome>();
  const stops = [
    ari.on("StasisStart", ({ channel }) => {
      if (channel.id === channelId) outcome.resolve({ status: "answered", channelId });
    }),
    lines.on("ChannelDestroyed", ({ channel, cause }) => {
      if (channel.id === channelId)
        outcome.resolve({ status: cause === 17 ? "busy" : cause === 19 ? "no-answer" : "failed" });
    }),
  ];
  signal?.addEventListener("abort", () => {
    outcome.resolve({ status: "cancelled" });
    void ari.call("DELETE /channels/{channelId}", { channelId }).catch(() => undefined);
  });
  await lines.call("POST /channels", {
    endpoint: `PJSIP/${number}@${trunkEndpoint}`,
    // As trunks/outbound/dial.ts does: recorded from the answer on, then ours.
    context: "vera-record",
    extension: "out",
    priority: 1,
    channelId,
    timeout: timeoutSeconds,
  });
  const result = await outcome.promise;
  for (const stop of stops) stop();
  return result;
}
