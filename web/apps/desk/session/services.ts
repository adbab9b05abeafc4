import { RealtimeClient } from "../../../shared/realtime/realtime-client.ts";
import type { Softphone } from "../../../shared/softphone/softphone.ts";

/** What the desk reaches the outside with, besides the HTTP API; the gallery puts its own here. */
export interface DeskServices {
  createRealtime: (userId: string, onRightsChanged: () => void) => RealtimeClient;
  /** Loaded when a person who takes calls has signed in, not before. */
  createSoftphone: () => Promise<Softphone>;
}

export const browserServices: DeskServices = {
  createRealtime: (userId, onRightsChanged) =>
    new RealtimeClient({ url: realtimeUrl(), userId, onRightsChanged }),
  createSoftphone: async () => {
    const { JssipSoftphone } = await import("../../../shared/softphone/jssip-softphone.ts");
    return new JssipSoftphone();
  },
};

function realtimeUrl(): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${location.host}/api/v1/realtime`;
}
