import { setTimeout as sleep } from "node:timers/promises";
import type { CallEnd, SipCall } from "./sip-call.ts";
import { placeCall } from "./sip-caller.ts";
import { describeSound, tone } from "./tones.ts";
import { readWavForTelephone } from "./wav.ts";

export interface RunCallOptions {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly to: string;
  /** Keys in order; each waits for the prompt to end. "w" waits one second more. */
  readonly press: readonly string[];
  /** A WAV file to speak, repeated; a soft tone otherwise. */
  readonly say?: string;
  /** How long to stay after the answer. */
  readonly seconds: number;
  readonly json: boolean;
  readonly print: (line: string) => void;
}

/** Longer than any prompt should be; music never ends, and then the key is pressed over it. */
const PROMPT_AT_MOST_MS = 15_000;
const RINGS_AT_MOST_MS = 60_000;
/** Carrier by address is how `--demo` takes calls from this machine. */
const REFUSED_HINT =
  "It takes no calls from this machine: add a trunk by address 127.0.0.1, or start it with --demo.";

/** `./vera call`: a citizen's telephone from the command line. Returns the exit code: 0 when the call was answered. */
export async function runCall(options: RunCallOptions): Promise<number> {
  const say = (line: string): void => {
    if (!options.json) options.print(line);
  };
  const sound = options.say ? await readWavForTelephone(options.say) : softTone();
  const { from, to, host, port } = options;
  say(`${from} calls ${to} (sip:${host}:${port}) ...`);
  const call = await placeCall({ from, to, host, port });
  const hangUp = (): void => void call.hangup();
  process.once("SIGINT", hangUp);
  try {
    await call.answered(RINGS_AT_MOST_MS).catch(() => call.hangup());
    const answered = call.times.answeredAtMs !== undefined;
    if (answered) await talk(call, { ...options, print: say }, sound);
    const end = await call.hangup();
    report(call, { options, end, answered });
    return answered ? 0 : 1;
  } finally {
    process.off("SIGINT", hangUp);
  }
}

async function talk(call: SipCall, options: RunCallOptions, sound: Int16Array): Promise<void> {
  const { print, seconds } = options;
  print("Answered.");
  const stayed = sleep(seconds * 1_000, undefined, { ref: false });
  await Promise.race([pressKeys(call, options), call.ended]);
  if (!call.isTalking) return;
  void call.media.play(sound, { loop: true });
  print(`Talking. Ctrl-C hangs up; otherwise after ${seconds} s.`);
  const timer = setTimeout(() => undefined, seconds * 1_000); // keeps the program alive for that long
  await Promise.race([stayed, call.ended]);
  clearTimeout(timer);
}

async function pressKeys(call: SipCall, { press, print }: RunCallOptions): Promise<void> {
  for (const key of press) {
    if (key === "w") {
      await sleep(1_000);
      continue;
    }
    // The prompt first has to begin; one that is silent or over is not waited for.
    await call.hearsSomething(3_000).catch(() => undefined);
    await call.hearsSilence(PROMPT_AT_MOST_MS).catch(() => undefined);
    if (!call.isTalking) return;
    print(`Presses ${key}`);
    await call.press(key);
  }
}

function report(
  call: SipCall,
  { options, end, answered }: { options: RunCallOptions; end: CallEnd; answered: boolean },
): void {
  const { answeredAtMs = 0, endedAtMs = 0 } = call.times;
  const talkedSeconds = answered ? Math.round((endedAtMs - answeredAtMs) / 100) / 10 : 0;
  const inviteToSoundMs =
    call.inviteToSoundMs === undefined ? null : Math.round(call.inviteToSoundMs * 10) / 10;
  if (options.json) {
    options.print(
      JSON.stringify({
        answered,
        talkedSeconds,
        inviteToSoundMs,
        end,
        packetsHeard: call.media.heard.packets,
      }),
    );
    return;
  }
  if (answered) {
    const who = end.by === "us" ? "Hung up from here" : "The other side hung up";
    options.print(
      `${who} after ${talkedSeconds} s. Last heard: ${describeSound(call.media.heard.last(1_000))}.`,
    );
    return;
  }
  options.print(`Not answered: ${end.status} ${end.reason}.`);
  if (end.status === 401 || end.status === 403) options.print(REFUSED_HINT);
}

/** One second of a low tone, two of silence: somebody is there, and it tires nobody. */
function softTone(): Int16Array {
  const sound = new Int16Array(3 * 8_000);
  sound.set(tone({ hertz: 330, seconds: 1, level: 0.08 }));
  return sound;
}
