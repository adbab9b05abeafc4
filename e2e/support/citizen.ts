import type { SipCall } from "../../server/src/voice/user-agent/sip-call.ts";
import { placeCall } from "../../server/src/voice/user-agent/sip-caller.ts";
import { containsTone, tone } from "../../server/src/voice/user-agent/tones.ts";
import type { RunningVera } from "./running-vera.ts";

export const MAIN_NUMBER = "08005551111";
/** Buffers of the exchange and of a busy machine. */
const ON_ITS_WAY_MS = 700;
const open = new Set<SipCall>();
let calls = 0;

interface CitizenCall {
  readonly from?: string;
  readonly to?: string;
  /** Keys pressed as soon as it is answered: the flow keeps them. */
  readonly press?: string;
  /** Speaks this tone, until told otherwise. */
  readonly hertz?: number;
}

/** A citizen's telephone: dials, is answered by the flow, presses keys, speaks. */
export async function dial(vera: RunningVera, options: CitizenCall = {}): Promise<SipCall> {
  calls += 1;
  const from = options.from ?? `34834${String(20_000 + calls)}`;
  const call = await placeCall({ ...vera.sip, from, to: options.to ?? MAIN_NUMBER });
  open.add(call);
  void call.ended.then(() => open.delete(call));
  await call.answered();
  if (options.hertz !== undefined) speak(call, options.hertz);
  if (options.press !== undefined) await call.press(options.press);
  return call;
}

/** After each test: one that failed in mid-call leaves nobody on the line for the next. */
export async function hangUpAll({ except }: { readonly except?: SipCall } = {}): Promise<void> {
  await Promise.all([...open].map((call) => (call === except ? undefined : call.hangup())));
}

export function speak(call: SipCall, hertz: number): void {
  void call.media.play(tone({ hertz, seconds: 1 }), { loop: true });
}

/** What was on its way may still come; then for so long the tone must not come once. */
export async function hearsNo(call: SipCall, hertz: number, milliseconds = 1_500): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY_MS));
  const from = call.media.heard.samples.length;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const heard = call.media.heard.samples.subarray(from);
  for (let at = 0; at + 1_600 <= heard.length; at += 800) {
    if (containsTone(heard.subarray(at, at + 1_600), hertz))
      throw new Error(`${hertz} Hz was heard at ${at / 8} of ${milliseconds} ms`);
  }
}
