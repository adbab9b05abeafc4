import { hangUp } from "../bridges/call-bridges.ts";
import { superviseeGone } from "../supervision/supervise.ts";
import type { Voice } from "../voice.ts";
import { agentLeft } from "./agent-left.ts";
import { type Call, type Leg, moveLeg } from "./call-record.ts";
import { callChanged } from "./screens.ts";

/** The agent leaves while the call goes on. Their desk is told first, so that the end of their line is nobody's surprise. */
export async function dismissAgent(voice: Voice, call: Call, leg: Leg): Promise<void> {
  call.legs.delete(leg.channelId);
  voice.calls.forgetLeg(leg.channelId);
  moveLeg(leg, "gone");
  leg.gone.abort();
  superviseeGone(voice, call, leg);
  agentLeft(voice, call, leg);
  callChanged(voice, call);
  await hangUp(voice, leg);
}
