import { DomainError } from "../../platform/index.ts";
import type { Call } from "./call-record.ts";

/** A command that Asterisk does not finish in this time is given up, so that the next one can be tried. */
const COMMAND_TIMEOUT_MS = 8_000;

/** Commands on one call run one after another: a double click or two screens can never interleave. */
export async function inTurn<T>(call: Call, work: () => Promise<T>): Promise<T> {
  const before = call.turn;
  const mine = before.catch(() => undefined).then(() => withinTime(work()));
  call.turn = mine.catch(() => undefined); // its own caller is told; the next one only waits
  return await mine;
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DomainError("unavailable", "The telephone engine did not answer in time; try again")),
      COMMAND_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
