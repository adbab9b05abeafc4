import { DomainError, type UserId } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import type { Call, Leg } from "./call-record.ts";
import { finishSegment } from "./ribbon.ts";
import { callLeftDesk } from "./screens.ts";

/** The agent's part is over while the call goes on; wrap-up begins by the rules of the queue. */
export function agentLeft(voice: Voice, call: Call, leg: Pick<Leg, "agentId" | "channelId">): void {
  const { agentId } = leg;
  if (!agentId) return;
  for (const kind of ["talk", "hold", "consult"] as const) {
    const open = call.segments.some(
      (segment) => segment.kind === kind && segment.agentId === agentId && segment.endedAt === null,
    );
    if (open) finishSegment(voice, call, { kind, agentId });
  }
  callLeftDesk(voice, call, agentId);
  void contactEnded(voice, call, agentId);
}

/** The router is told once, whoever sees the end first. */
export async function contactEnded(voice: Voice, call: Call, agentId: UserId): Promise<void> {
  if (!call.contacts.delete(agentId)) return;
  const contact = { agentId, interactionId: call.interactionId };
  try {
    await voice.ports.routing.contactEnded(contact);
  } catch (err) {
    if (err instanceof DomainError) return; // the router had ended it already
    voice.log.error({ err, ...contact }, "the router was not told that a talk ended");
  }
}

/** A talk without an offer. DomainError "conflict" when the agent has no room for it. */
export async function contactStarted(
  voice: Voice,
  call: Call,
  { agentId, kind }: { agentId: UserId; kind: "incoming" | "outgoing" },
): Promise<void> {
  const { interactionId, tenantId, queueId } = call;
  await voice.ports.routing.contactStarted({ agentId, interactionId, tenantId, queueId, kind });
  call.contacts.add(agentId);
}
