import type { CallsState } from "@vera/contracts/voice";
import { useEffect } from "react";
import { rejoinCall } from "../../../../shared/api/calls.ts";
import { usePhone } from "../../phone/phone-context.ts";

/** A call and its sound come within some hundred milliseconds of each other; later the sound is missing. */
const PATIENCE_MS = 1500;

/** After a reload the call goes on without this browser's sound: asks the exchange to ring here again. */
export function useRejoin(calls: CallsState | undefined): void {
  const phone = usePhone();
  const silent = phone?.line === "registered" && !phone.talking;
  const lost = Object.values(calls?.calls ?? {}).find(
    (call) => !["ringing", "wrap-up", "ended"].includes(call.status),
  )?.interactionId;
  useEffect(() => {
    if (!silent || lost === undefined) return undefined;
    // A refusal means that the call is over or already rings here; the live line tells which.
    const ask = (): void => void rejoinCall(lost).catch(() => undefined);
    const timer = setTimeout(ask, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [silent, lost]);
}
