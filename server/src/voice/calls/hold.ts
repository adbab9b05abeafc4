import { DomainError } from "../../platform/index.ts";
import { putInTalk, putOnHold } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import { type Call, type Leg, talking } from "./call-record.ts";
import { beginSegment } from "./ribbon.ts";
import { callChanged } from "./screens.ts";

/** The citizen hears music, or the agent again. Asking for what already is changes nothing. */
export async function hold(
  voice: Voice,
  { call, leg, on }: { call: Call; leg: Leg; on: boolean },
): Promise<void> {
  const { citizen } = call;
  const { agentId } = leg;
  if (!citizen || !agentId || !leg.talkStartedAt || citizen.state !== "up") throw notInTalk();
  if ((citizen.place === "hold") === on) return;
  if (call.consult) {
    throw new DomainError("conflict", "During a consultation the citizen is held already", {
      key: "consultUnderWay",
    });
  }
  if (on && talking(call).length > 2) {
    throw new DomainError("conflict", "A conference cannot be held; leave it instead", {
      key: "inConference",
    });
  }
  if (on) await putOnHold(voice, call, citizen);
  else await putInTalk(voice, call, [citizen]);
  beginSegment(voice, call, { kind: on ? "hold" : "talk", agentId });
  callChanged(voice, call);
}

function notInTalk(): DomainError {
  return new DomainError("conflict", "There is nobody to hold yet", { key: "notTalking" });
}
