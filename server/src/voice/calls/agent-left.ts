import { DomainError } from "../../platform/index.ts";
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
  void tellContactEnded(voice, { agentId, interactionId: call.interactionId });
}

/** Behind the record of the talk, so that the wrap-up never begins before the talk has ended. */
export async function tellContactEnded(
  voice: Voice,
  contact: Parameters<Voice["ports"]["routing"]["contactEnded"]>[0],
): Promise<void> {
  try {
    await voice.ports.routing.contactEnded(contact);
  } catch (err) {
    if (err instanceof DomainError) return; // the router had ended it already
    voice.log.error({ err, ...contact }, "the router was not told that a talk ended");
  }
}
