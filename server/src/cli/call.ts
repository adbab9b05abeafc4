import { resolve } from "node:path";
import { runCall } from "../voice/index.ts";
import { defaultDataDir, readInstance } from "./instance.ts";
import { fail, print, UsageError, withOptions } from "./output.ts";

const HELP = `Usage: ./vera call [--from NUMBER] [--to NUMBER] [--press 1,2] [--say FILE.wav] [--seconds N] [--data DIR] [--sip HOST:PORT] [--json]

Places a real SIP call into a running instance, as a citizen's telephone would.
  --from      the caller's number (default 3483420123)
  --to        the number dialled (default: the one that the instance announced)
  --press     keys, separated by commas; each waits for a moment of silence: 1,2 or 1,w,0 (w waits one second more)
  --say       a WAV to speak once connected, repeated; otherwise a soft tone
  --seconds   how long to stay (default 60, or until the other side hangs up)
  --sip       an instance elsewhere on this machine
Exit codes: 0 the call was answered · 1 it was not, the reason is printed · 2 the command line is wrong
`;

const OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  press: { type: "string" },
  say: { type: "string" },
  seconds: { type: "string" },
  data: { type: "string" },
  sip: { type: "string" },
  json: { type: "boolean" },
} as const;

export async function call(args: readonly string[]): Promise<number> {
  return await withOptions(args, { help: HELP, options: OPTIONS }, async (values) => {
    const dataDir = resolve(values.data ?? defaultDataDir());
    const instance = readInstance(dataDir);
    const sip = values.sip === undefined ? instance?.sip : parseAddress(values.sip);
    if (!sip)
      return fail(1, `No instance with telephones runs on ${dataDir}. Start one: ./vera start --demo`);
    const to = values.to ?? instance?.number;
    if (!to) throw new UsageError("--to NUMBER is needed: the instance announced none");
    return await runCall({
      host: sip.host,
      port: sip.port,
      from: values.from ?? "3483420123",
      to,
      press: values.press?.split(",") ?? [],
      seconds: seconds(values.seconds),
      ...(values.say !== undefined && { say: resolve(values.say) }),
      json: values.json ?? false,
      print,
    });
  });
}

function parseAddress(text: string): { host: string; port: number } {
  const match = /^([^:]+):(\d+)$/.exec(text);
  if (!match?.[1]) throw new UsageError(`--sip takes HOST:PORT, not "${text}"`);
  return { host: match[1], port: Number(match[2]) };
}

function seconds(text: string | undefined): number {
  const value = Number(text ?? 60);
  if (!(value > 0 && value <= 3_600)) throw new UsageError(`--seconds takes 1 to 3600, not "${text}"`);
  return value;
}
