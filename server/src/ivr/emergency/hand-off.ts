import type { ConnectedDial } from "../call-leg.ts";
import type { EmergencyVia } from "../flow-services.ts";
import type { NodeCall } from "../node-kind.ts";
import { phrase } from "../phrases.ts";

/** Long enough for a busy emergency centre, short enough to try again. */
const RING_SECONDS = 45;
const TRIES = 2;

/**
 * The fixed script: one sentence, then the emergency number, at once and ahead of every limit. Tried twice; who cannot be
 * connected is told what to dial. Resolves when the talk is over.
 */
export async function handOff(
  call: NodeCall,
  { code, via }: { code: string; via: EmergencyVia },
): Promise<"handed-off" | "failed"> {
  const { leg, services, nodeId } = call;
  const adopted = leg.currentDial();
  if (adopted !== null) {
    await adopted.finished;
    return "handed-off";
  }
  services.report({ kind: "emergency-begun", nodeId, code, via });
  leg.flushKeys();
  await leg.stopMusic();
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await call.say([phrase(attempt === 1 ? "emergency" : "emergencyRetry")], { interruptible: false });
    const talk = await dial(call, code);
    if (talk !== null) {
      services.report({ kind: "emergency-handed-off", nodeId, code, via });
      await talk.finished;
      return "handed-off";
    }
  }
  services.report({ kind: "emergency-failed", nodeId, code, via });
  return "failed";
}

/** Said when the hand-off failed and the flow has nothing else for it. */
export async function tellToDial(call: NodeCall, code: string): Promise<void> {
  const data = { ...call.data, "emergency.code": code };
  const media = await call.services.speech.media({
    tenantId: call.identity.tenantId,
    say: [phrase("emergencyFailed"), { value: "emergency.code", as: "digits" }],
    data,
  });
  await call.leg.play([...media, ...media], { interruptibleByKeys: false });
}

async function dial(call: NodeCall, code: string): Promise<ConnectedDial | null> {
  const number = call.services.emergency.numberFor({ tenantId: call.identity.tenantId, code });
  const outcome = await call.leg.dial(number, {
    timeoutSeconds: RING_SECONDS,
    showNumber: "caller",
    purpose: "emergency",
  });
  return outcome.status === "connected" ? outcome : null;
}
