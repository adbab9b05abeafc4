import { type ChildProcess, fork } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bareSide, type Side } from "../server/src/reporting/testing/bare-broadcast.ts";
import type { FromScreens, ToScreens } from "../server/src/reporting/testing/many-screens.ts";
import { type LiveRound, reportOf, tableOf } from "./live-report.ts";
import { ourSide } from "./live-sides.ts";
import { summarise } from "./statistics.ts";

const SCREENS_PROGRAM = join(import.meta.dirname, "../server/src/reporting/testing/many-screens.ts");
const SCREENS = 200;
const SNAPSHOTS = 100;
/** Between two events: the load of a far bigger centre than the first one. */
const MEAN_GAP_MS = 50;

/** `./vera bench live`: from before an event is written until each of 200 connected boards has it, beside a bare broadcast. */
export async function benchLive({ json, quick }: { json: boolean; quick: boolean }): Promise<void> {
  const rounds = quick ? 3 : 5;
  const events = quick ? 60 : 200;
  const results: { ours: LiveRound[]; baseline: LiveRound[]; snapshots: number[] } = {
    ours: [],
    baseline: [],
    snapshots: [],
  };
  const screens = fork(SCREENS_PROGRAM, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? (["ours", "baseline"] as const) : (["baseline", "ours"] as const);
      for (const name of order) {
        const measured = await measureRound(screens, { name, events });
        results[name].push(measured.round);
        results.snapshots.push(...measured.snapshots);
      }
    }
  } finally {
    screens.disconnect();
  }
  const report = reportOf(results, { rounds, load: loadavg()[0] ?? 0, screens: SCREENS });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report));
}

async function measureRound(
  screens: ChildProcess,
  { name, events }: { name: "ours" | "baseline"; events: number },
): Promise<{ round: LiveRound; snapshots: number[] }> {
  const side = name === "ours" ? await ourSide() : await bareSide();
  try {
    await ask(
      screens,
      { kind: "connect", url: side.url, screens: SCREENS, subscribe: side.subscribe },
      "connected",
    );
    const cpuBefore = process.cpuUsage();
    const { delays, frames } = await run(screens, side, events);
    const cpu = process.cpuUsage(cpuBefore);
    const round = { delay: summarise(delays), cpuUsPerFrame: (cpu.user + cpu.system) / frames };
    const snapshots = side.subscribe ? await snapshotTimes(screens) : [];
    await ask(screens, { kind: "disconnect" }, "disconnected");
    return { round, snapshots };
  } finally {
    await side.close();
  }
}

/** Milliseconds of every event at every screen. Events that travel in one frame each count with their own delay. */
async function run(
  screens: ChildProcess,
  side: Side,
  events: number,
): Promise<{ delays: Float64Array; frames: number }> {
  const startedUs: number[] = [];
  const seen: { count: number; atUs: number }[] = [];
  const note = (message: FromScreens): void => {
    if (message.kind === "seen") seen.push({ count: message.count, atUs: message.atUs });
  };
  screens.on("message", note);
  for (let count = 1; count <= events; count += 1) {
    startedUs.push(Number(process.hrtime.bigint() / 1000n));
    await side.enter(count);
    await sleep(MEAN_GAP_MS * (0.2 + 1.6 * gap(count)));
  }
  await sleep(500);
  screens.off("message", note);
  const delays: number[] = [];
  let before = 0;
  const counts = [...new Set(seen.map(({ count }) => count))].sort((a, b) => a - b);
  for (const count of counts) {
    for (const { atUs } of seen.filter((one) => one.count === count)) {
      for (let n = before + 1; n <= count; n += 1) delays.push((atUs - (startedUs[n - 1] ?? 0)) / 1000);
    }
    before = count;
  }
  if (delays.length !== events * SCREENS) {
    throw new Error(`${delays.length} of ${events * SCREENS} deliveries arrived: the measure would lie`);
  }
  return { delays: Float64Array.from(delays), frames: seen.length };
}

/** The same irregular gaps in every round and on both sides: the fraction of n times the golden ratio. */
function gap(n: number): number {
  return (n * 0.618_033_988_749_895) % 1;
}

async function snapshotTimes(screens: ChildProcess): Promise<number[]> {
  const answer = await ask(screens, { kind: "resubscribe", times: SNAPSHOTS }, "snapshots");
  return answer.kind === "snapshots" ? answer.ms : [];
}

function ask(screens: ChildProcess, message: ToScreens, answer: FromScreens["kind"]): Promise<FromScreens> {
  return new Promise((resolve, reject) => {
    const done = (reply: FromScreens): void => {
      if (reply.kind !== answer) return;
      screens.off("message", done);
      screens.off("exit", failed);
      resolve(reply);
    };
    const failed = (code: number | null): void => reject(new Error(`the screens ended (${code})`));
    screens.on("message", done);
    screens.once("exit", failed);
    screens.send(message);
  });
}
