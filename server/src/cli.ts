import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { fail, usage } from "./cli/output.ts";

// For a start without the launcher, which sets NODE_COMPILE_CACHE: types are stripped once, not at each start.
enableCompileCache(join(import.meta.dirname, "../../.vera/compile-cache"));

interface Command {
  readonly summary: string;
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    summary: "start the contact centre (--demo for one with people, queues and a number to dial)",
    load: async () => (await import("./cli/start.ts")).start,
  },
  call: {
    summary: "place a real SIP call into a running instance",
    load: async () => (await import("./cli/call.ts")).call,
  },
  figures: {
    summary: "make the facts behind the figures again from the event log",
    load: async () => (await import("./cli/figures.ts")).figures,
  },
  doctor: {
    summary: "check each part and say what to do",
    load: async () => (await import("./cli/doctor.ts")).doctor,
  },
  test: {
    summary: "install what the tests need and run them all",
    load: async () => (await import("./cli/test.ts")).test,
  },
  generate: {
    summary: "a synthetic register of citizens, as CSV or into a database",
    load: async () => (await import("./cli/generate.ts")).generate,
  },
  bench: {
    summary: "measure against a baseline: acd, ring, live, idle, citizens",
    load: async () => (await import("./cli/bench.ts")).bench,
  },
};

const HELP = `Vera, a contact centre for governments.

Usage: ./vera COMMAND [options]      ./vera COMMAND --help

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join("\n")}

Exit codes: 0 done · 1 it failed, the message says why · 2 the command line is wrong · 69 something this needs is missing
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help")
    return usage(HELP, name !== undefined);
  const command = COMMANDS[name];
  if (!command) return fail(2, `There is no command "${name}". ./vera --help lists them.`);
  return await (await command.load())(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(1, error instanceof Error ? error.message : String(error));
}
// Everything was stopped; whatever still holds the process (a socket that will not close) must not keep the terminal.
setTimeout(() => process.exit(), 3_000).unref();
