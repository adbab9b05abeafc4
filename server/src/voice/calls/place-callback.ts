import {
  asSystem,
  type CitizenId,
  type InteractionId,
  type QueueId,
  type TenantId,
  type UserId,
} from "../../platform/index.ts";
import { mustHavePhone } from "../transfers/consult.ts";
import type { Voice } from "../voice.ts";
import { CallJournal } from "./call-journal.ts";
import { newCall } from "./call-record.ts";
import { ownLeg, ringOwnPhone } from "./place-call.ts";
import { callChanged } from "./screens.ts";
import { insertCall } from "./store.ts";

/** A callback that an agent has accepted. The ACD holds the agent for it already. */
export interface AcceptedCallback {
  readonly interactionId: InteractionId;
  readonly agentId: UserId;
  readonly tenantId: TenantId;
  readonly queueId: QueueId;
  readonly queueName: string | null;
  readonly number: string;
  readonly citizenId: CitizenId | null;
}

/** The agent's own phone lifts by itself, then the person is dialled. Whatever fails lets the ACD try again later. */
export async function placeCallback(voice: Voice, accepted: AcceptedCallback): Promise<void> {
  const { interactionId, agentId, tenantId } = accepted;
  try {
    const { e164, callerId } = await voice.outbound.check({ tenantId, number: accepted.number });
    mustHavePhone(voice, agentId);
    const call = newCall({
      interactionId,
      tenantId,
      direction: "outbound",
      peerNumber: e164,
      ownNumber: callerId,
      citizenId: accepted.citizenId,
      startedAt: voice.platform.clock.now(),
      phase: "agents",
      journal: new CallJournal(voice.platform, { interactionId }),
    });
    await asSystem(voice.platform, "voice", (ctx) =>
      insertCall(ctx, { call: { ...call, entryPointId: null, citizenChannelId: null }, recording: null }),
    );
    call.queueId = accepted.queueId;
    call.queueName = accepted.queueName;
    call.contacts.add(agentId);
    voice.calls.add(call);
    const leg = ownLeg(voice, call, agentId);
    callChanged(voice, call);
    await ringOwnPhone(voice, call, leg);
  } catch (err) {
    voice.log.warn({ err, interactionId }, "a callback could not be dialled; it is tried again later");
    await voice.ports.routing.contactEnded({ agentId, interactionId });
  }
}
