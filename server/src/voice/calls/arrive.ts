import { openInteraction, startSegment } from "../../conversations/index.ts";
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
import { insertCall } from "./store.ts";

export interface Arrival {
  readonly channel: Channel;
  /** As the network sent it. */
  readonly dialled: string;
  /** Endpoint of the trunk it came by. */
  readonly trunk: string;
}

interface Opened {
  readonly entry: EntryPoint;
  readonly interactionId: InteractionId;
}

/** conversations wants some address; the network sent none. */
const WITHHELD = "anonymous";

/**
 * A citizen calls. Durable first, then answered, then heard: what was answered is never forgotten.
 * A number that belongs to nobody, or a database that does not answer, refuses the call, so that the network may try elsewhere.
 */
export async function arrive(voice: Voice, arrival: Arrival): Promise<void> {
  const { channel } = arrival;
  const at = voice.platform.clock.now();
  let opened: Opened | undefined;
  try {
    opened = await open(voice, arrival, at);
  } catch (err) {
    voice.log.error({ err, channelId: channel.id }, "an arriving call could not be written down; refused");
    return await refuse(voice, channel, "congestion");
  }
  if (!opened) {
    voice.log.warn(
      { channelId: channel.id, dialled: arrival.dialled },
      "nobody has the number that was dialled",
    );
    return await refuse(voice, channel, "rejected");
  }
  const call = register(voice, arrival, { ...opened, at });
  await runFlow(voice, call, { resumed: false });
}

async function open(voice: Voice, { channel, dialled }: Arrival, at: Date): Promise<Opened | undefined> {
  return await asSystem(voice.platform, "voice", async (ctx) => {
    const entry = await voice.ports.flows.entryPoint(ctx, dialled);
    if (!entry) return undefined;
    const { tenantId, entryPointId } = entry;
    const peerNumber = channel.caller.number || null;
    const { interactionId } = await openInteraction(ctx, {
      tenantId,
      channel: "voice",
      direction: "inbound",
      fromAddress: peerNumber ?? WITHHELD,
      toAddress: dialled,
      entryPointId,
      externalId: channel.id,
      at,
    });
    // Here and not later: a flow that begins with a queue would be overtaken, and this slice would end that one.
    await startSegment(ctx, { interactionId, kind: "ivr", at });
    await insertCall(ctx, {
      call: {
        interactionId,
        tenantId,
        direction: "inbound",
        entryPointId,
        citizenChannelId: channel.id,
        peerNumber,
        ownNumber: dialled,
        startedAt: at,
      },
      recording: { id: ctx.ids.uuid<RecordingId>(), rawPath: rawPathOf(voice, channel.id) },
    });
    return { entry, interactionId };
  });
}

function register(voice: Voice, { channel, dialled }: Arrival, made: Opened & { at: Date }): Call {
  const { interactionId, entry, at } = made;
  const call = newCall({
    interactionId,
    tenantId: entry.tenantId,
    entryPointId: entry.entryPointId,
    direction: "inbound",
    peerNumber: channel.caller.number || null,
    ownNumber: dialled,
    startedAt: at,
    recording: { state: "on", path: rawPathOf(voice, channel.id) },
    journal: new CallJournal(voice.platform, { interactionId }),
  });
  const number = channel.caller.number || null;
  addLeg(call, { channelId: channel.id, role: "citizen", number, accepted: true }, at);
  showSegment(call, { kind: "ivr", agentId: null, startedAt: at });
  voice.calls.add(call);
  return call;
}

async function refuse(voice: Voice, channel: Channel, reason: "congestion" | "rejected"): Promise<void> {
  await hangUp(voice, { channelId: channel.id, expectedToEnd: true }, reason);
}
