import type { EndReason } from "@vera/contracts/conversations";
import type { FlowEnd } from "../../ivr/index.ts";
import { hangUp } from "../bridges/call-bridges.ts";
import { AsteriskLeg } from "../flow-leg/asterisk-leg.ts";
import type { Voice } from "../voice.ts";
import { type Call, moveLeg } from "./call-record.ts";

/** Hands the citizen's leg to the flow, until it lets go, and answers it as soon as the call is durable. */
export async function runFlow(voice: Voice, call: Call, { resumed }: { resumed: boolean }): Promise<void> {
  const { citizen, entryPointId } = call;
  if (!citizen || !entryPointId) return;
  const leg = new AsteriskLeg(voice, { call, leg: citizen, playbacks: voice.playbacks });
  call.flowLeg = leg;
  const run = lead(voice, call, { leg, entryPointId, resumed });
  call.flowRun = run.then(endReasonOf);
  const end = await run;
  if (end === "detached") return;
  call.flowRun = null;
  // "left-queue": who took the citizen out of the queue says what happens next (a transfer, a hang-up).
  if (end !== "answered" && end !== "left-queue" && !citizen.gone.signal.aborted) {
    call.plannedEnd ??= endReasonOf(end);
    await hangUp(voice, citizen);
  }
}

async function lead(
  voice: Voice,
  call: Call,
  { leg, entryPointId, resumed }: { leg: AsteriskLeg; entryPointId: string; resumed: boolean },
): Promise<FlowEnd> {
  try {
    const answered = leg.answer().then(() => call.citizen && moveLeg(call.citizen, "up"));
    answered.catch(() => undefined); // what the flow asks of the leg next meets the same end
    const { interactionId, tenantId, citizenId, written } = call;
    const whose = { interactionId, tenantId, entryPointId, citizenId };
    return await voice.ports.flows.run({ ...whose, leg, written, resumed });
  } catch (err) {
    if (leg.ended.aborted) return "abandoned";
    voice.log.error({ err, interactionId: call.interactionId }, "a flow failed");
    return "failed";
  }
}

/** Null: the call goes on without the flow. */
export function endReasonOf(end: FlowEnd): EndReason | null {
  switch (end) {
    case "answered":
    case "left-queue":
    case "detached":
      return null;
    case "completed":
      return "flow-ended";
    case "callback":
      return "callback";
    case "transferred":
      return "transferred-out";
    case "emergency":
      return "emergency";
    case "abandoned":
      return "citizen-left";
    case "failed":
      return "failed";
  }
}
