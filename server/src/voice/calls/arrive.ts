import { setImmediate as nextTurn } from "node:timers/promises";
import { openInteraction } from "../../conversations/index.ts";
import { asSystem, type InteractionId, type RecordingId } from "../../platform/index.ts";
import type { Channel } from "../ari/asterisk-api.ts";
import { hangUp } from "../bridges/call-bridges.ts";
import type { EntryPoint } from "../ports.ts";
import { rawPathOf } from "../recordings/raw-path.ts";
import type { Voice } from "../voice.ts";
import { CallJournal } from "./call-journal.ts";
import { addLeg, type Call, newCall } from "./call-record.ts";
import { showSegment } from "./ribbon.ts";
import { runFlow } from "./run-flow.ts";
import { type CallRow, insertCall } from "./store.ts";

export interface Arrival {
  readonly channel: Channel;
  /** As the network sent it. */
  readonly dialled: string;
  /** Endpoint of the trunk it came by. */
  readonly trunk: string;
}

/** conversations wants some address; the network sent none. */
const WITHHELD = "anonymous";

/**
 * A citizen calls. What is to be done with them is decided at once, while the call is being written down; it is answered, heard and
 * connected when it is durable: what was answered is never forgotten. A number that belongs to nobody, or a database that does not
 * answer, refuses the call, so that the network may try elsewhere.
 */
export async function arrive(voice: Voice, arrival: Arrival): Promise<void> {
  const { channel, dialled } = arrival;
  if (!voice.calls.begins(channel.id)) return;
  let entry: EntryPoint | undefined;
  try {
    entry = await voice.ports.flows.entryPoint(dialled);
  } catch (err) {
    voice.log.error({ err, channelId: channel.id }, "whose number was dialled could not be read; refused");
    return await refuse(voice, channel, "congestion");
  }
  if (!entry) {
    voice.log.warn({ channelId: channel.id, dialled }, "nobody has the number that was dialled");
    return await refuse(voice, channel, "rejected");
  }
  const call = register(voice, arrival, entry);
  call.written.catch((err: unknown) => {
    voice.log.error({ err, channelId: channel.id }, "an arriving call could not be written down; refused");
    call.plannedEnd = "failed";
    return refuse(voice, channel, "congestion");
  });
  await runFlow(voice, call, { resumed: false });
}

function register(voice: Voice, { channel, dialled }: Arrival, entry: EntryPoint): Call {
  const { ids, clock } = voice.platform;
  const startedAt = clock.now();
  const row: CallRow = {
    ...entry,
    interactionId: ids.uuid<InteractionId>(),
    direction: "inbound",
    citizenChannelId: channel.id,
    peerNumber: channel.caller.number || null,
    ownNumber: dialled,
    startedAt,
  };
  const rawPath = rawPathOf(voice, channel.id);
  const written = writeDown(voice, row, rawPath);
  const journal = new CallJournal(voice.platform, { interactionId: row.interactionId });
  journal.waitFor(() => written.catch(() => undefined)); // who began it tells; what follows is refused by the database
  voice.ports.routing.writesAfter(written);
  const call = newCall({ ...row, recording: { state: "on", path: rawPath }, written, journal });
  addLeg(call, { channelId: channel.id, role: "citizen", number: row.peerNumber, accepted: true }, startedAt);
  showSegment(call, { kind: "ivr", agentId: null, startedAt });
  voice.calls.add(call);
  return call;
}

async function writeDown(voice: Voice, call: CallRow, rawPath: string): Promise<void> {
  await nextTurn(); // a telephone that can ring at once is told first
  await asSystem(voice.platform, "voice", async (ctx) => {
    const { interactionId, tenantId } = call;
    const { created } = await openInteraction(ctx, {
      interactionId,
      tenantId,
      channel: "voice",
      direction: "inbound",
      fromAddress: call.peerNumber ?? WITHHELD,
      toAddress: call.ownNumber,
      entryPointId: call.entryPointId ?? undefined,
      externalId: call.citizenChannelId ?? undefined,
      at: call.startedAt,
      // Here and not later: a flow that begins with a queue would be overtaken, and this slice would end that one.
      inFlow: true,
    });
    if (!created) throw new Error(`Channel ${call.citizenChannelId} has been written down before`);
    await insertCall(ctx, { call, recording: { id: ctx.ids.uuid<RecordingId>(), rawPath } });
  });
}

async function refuse(voice: Voice, channel: Channel, reason: "congestion" | "rejected"): Promise<void> {
  voice.calls.neverWas(channel.id);
  await hangUp(voice, { channelId: channel.id, expectedToEnd: true }, reason);
}
