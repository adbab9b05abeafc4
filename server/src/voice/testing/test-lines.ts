import { DomainError } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import type { OutboundLines, OutboundOutcome, OutboundRequest } from "../voice.ts";

/** Dials over one trunk without rules, so that calls can be tested apart from routes. Numbers that begin with 0600 are forbidden. */
export function testLines(ari: Ari, trunkEndpoint: string): OutboundLines {
  let calls = 0;
  return {
    check: ({ number }) => {
      if (number.startsWith("0600")) throw new DomainError("forbidden", "That number may not be dialled");
      return Promise.resolve({ e164: number, callerId: "+543483420000" });
    },
    dial: async (request) => {
      calls += 1;
      return await dial(ari, {
        ...request,
        channelId: `line-${process.pid}-${calls}-${Date.now()}`,
        trunkEndpoint,
      });
    },
  };
}

async function dial(
  ari: Ari,
  {
    number,
    channelId,
    trunkEndpoint,
    timeoutSeconds,
    signal,
  }: OutboundRequest & { channelId: string; trunkEndpoint: string },
): Promise<OutboundOutcome> {
  const outcome = Promise.withResolvers<OutboundOutcome>();
  const stops = [
    ari.on("StasisStart", ({ channel }) => {
      if (channel.id === channelId) outcome.resolve({ status: "answered", channelId });
    }),
    ari.on("ChannelDestroyed", ({ channel, cause }) => {
      if (channel.id === channelId)
        outcome.resolve({ status: cause === 17 ? "busy" : cause === 19 ? "no-answer" : "failed" });
    }),
  ];
  signal?.addEventListener("abort", () => {
    outcome.resolve({ status: "cancelled" });
    void ari.call("DELETE /channels/{channelId}", { channelId }).catch(() => undefined);
  });
  await ari.call("POST /channels", {
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
