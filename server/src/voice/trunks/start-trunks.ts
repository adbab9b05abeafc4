import type { Logger, Platform } from "../../platform/index.ts";
import { type Ari, type AriOptions, connectAri } from "../ari/connect-ari.ts";
import type { OutboundLines } from "../voice.ts";
import { trunkChanged } from "./events.ts";
import { TrunkKeeper } from "./keep-trunks.ts";
import { outboundLines } from "./outbound/dial.ts";
import { SeizureTracker } from "./seizures/track-seizures.ts";

export interface Trunks {
  /** `ari` is our main application: answered calls enter it. */
  outbound(ari: Ari): OutboundLines;
  isOnline(trunkId: string): boolean | null;
  /** Until all news of trunks and seizures that came so far is worked in. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface TrunkOptions {
  readonly platform: Platform;
  /** How to reach Asterisk; trunks take an application name of their own beside it. */
  readonly connection: Pick<AriOptions, "url" | "username" | "password" | "app">;
  readonly log: Logger;
}

/** Trunks, routes and seizures at work. Brings Asterisk up to date again whenever the connection comes back. */
export async function startTrunks({ platform, connection, log }: TrunkOptions): Promise<Trunks> {
  const lines = await connectAri({
    ...connection,
    app: `${connection.app}-lines`,
    log,
    only: ["ChannelCreated", "ChannelStateChange", "ChannelDestroyed", "EndpointStateChange"],
  });
  const tracker = new SeizureTracker({ platform, lines, log });
  const keeper = new TrunkKeeper({ platform, lines, log });
  const refresh = async (): Promise<void> => {
    await keeper.all();
    await tracker.reconcile();
  };
  await refresh();
  const stop = lines.onConnection((state) => {
    if (state !== "connected") return;
    void refresh().catch((err: unknown) => log.error({ err }, "seizures could not be reconciled"));
  });
  const subscription = platform.events.subscribe("voice-trunks", [trunkChanged], async (_, event) => {
    await keeper.one(event.key);
  });
  return {
    outbound: (ari) => outboundLines({ platform, ari, lines, tracker, log }),
    isOnline: (trunkId) => keeper.isOnline(trunkId),
    async settled() {
      await subscription.drained();
      await tracker.settled();
    },
    async close() {
      stop();
      lines.close();
      await subscription.close();
      await tracker.settled();
    },
  };
}
