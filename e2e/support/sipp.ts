import { spawn } from "node:child_process";
import { join } from "node:path";
import type { RunningVera } from "./running-vera.ts";

const SCENARIO = join(import.meta.dirname, "sipp-callers.xml");

/** SIPp, a telephone by other people: so many calls, each for two seconds. Numbers 3483429001 and up. Rejects when one failed. */
export async function callWithSipp(
  vera: RunningVera,
  { to, calls }: { to: string; calls: number },
): Promise<void> {
  const { host, port } = vera.sip;
  const args = [
    `${host}:${port}`,
    ...["-sf", SCENARIO, "-s", to, "-i", host, "-m", String(calls), "-r", String(calls), "-d", "2000"],
    ...["-timeout", "40", "-timeout_error", "-nostdin"],
  ];
  const child = spawn("sipp", args, { stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-3_000);
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`sipp ended with ${code}:\n${output}`);
}
