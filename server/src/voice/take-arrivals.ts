import { asSystem } from "../platform/index.ts";
import type { Channel } from "./ari/asterisk-api.ts";
import { type Arrival, arrive } from "./calls/arrive.ts";
import { writtenChannels } from "./calls/store.ts";
import type { Voice } from "./voice.ts";

/**
 * Callers whom Asterisk handed to a process of ours that died before it had written them down: nobody else would ever answer them.
 * They are taken now, as if they had just dialled. Whoever is told of twice, by the event too, arrives once (see arrive).
 */
export async function takeArrivals(voice: Voice, channels: Iterable<Channel>): Promise<void> {
  const arrivals = [...channels].flatMap((channel) => arrivalOf(channel) ?? []);
  if (arrivals.length === 0) return;
  const ids = arrivals.map(({ channel }) => channel.id);
  const written = await asSystem(voice.platform, "voice", (ctx) => writtenChannels(ctx, ids));
  for (const arrival of arrivals) {
    if (written.has(arrival.channel.id)) continue;
    arrive(voice, arrival).catch((err: unknown) => {
      voice.log.error(
        { err, channelId: arrival.channel.id },
        "a caller who was still ringing could not be taken",
      );
    });
  }
}

/** The arguments of StasisStart, as the dialplan gave them; undefined for a channel of our own. */
function arrivalOf(channel: Channel): Arrival | undefined {
  const [, how, dialled, trunk = ""] = channel.dialplan.app_data?.split(",") ?? [];
  return how === "in" && dialled !== undefined ? { channel, dialled, trunk } : undefined;
}
