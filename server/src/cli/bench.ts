import { UsageError, withOptions } from "./output.ts";

const HELP = `Usage: ./vera bench NAME [--json] [--quick]

  acd    decisions of the router against a plain scan, from 15 to 100,000 agents
  ring   agent free to telephone ringing, caller to telephone ringing, INVITE to first sound; against Asterisk's Queue()
  live   an event to 200 open boards, against a bare WebSocket broadcast
  idle   memory of a demonstration at rest, process by process, against an empty web server on the same Node
  tickets  tickets opened durably through the API, against bare transactions on the same database
  citizens  one person among 3,500,000 (--quick: 350,000) by document, phone, misspelt, swapped and partial name; against a
         ping and against trigrams over people. The register is made once and kept under .vera/bench

  --json   one JSON object: {name, rounds, load, results: {measure: {ours, baseline, ratioP50, ratioP99}}}
           ratio = baseline / ours: above 1 is faster than the baseline
  --quick  fewer rounds
  --agents N  ring only: so many agents on both sides (4 unless told), to see what a larger team costs
`;

const OPTIONS = {
  json: { type: "boolean" },
  quick: { type: "boolean" },
  agents: { type: "string" },
} as const;
const MOST_AGENTS = 200;

interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly agents: number;
}

const BENCHES: Readonly<Record<string, () => Promise<(options: BenchOptions) => Promise<void>>>> = {
  acd: async () => (await import("../../../bench/acd.ts")).benchAcd,
  ring: async () => (await import("../../../bench/ring.ts")).benchRing,
  live: async () => (await import("../../../bench/live.ts")).benchLive,
  citizens: async () => (await import("../../../bench/citizens.ts")).benchCitizens,
  idle: async () => (await import("../../../bench/idle.ts")).benchIdle,
  tickets: async () => (await import("../../../bench/tickets.ts")).benchTickets,
};

export async function bench(args: readonly string[]): Promise<number> {
  const line = { help: HELP, options: OPTIONS, allowPositionals: true };
  return await withOptions(
    args,
    line,
    async ({ json = false, quick = false, agents = "4" }, [name, ...more]) => {
      const load = name === undefined ? undefined : BENCHES[name];
      if (!load || more.length > 0)
        throw new UsageError(`bench takes one of: ${Object.keys(BENCHES).join(", ")}`);
      await (await load())({ json, quick, agents: team(agents) });
      return 0;
    },
  );
}

function team(text: string): number {
  const agents = Number(text);
  if (Number.isInteger(agents) && agents >= 1 && agents <= MOST_AGENTS) return agents;
  throw new UsageError(`--agents takes a whole number from 1 to ${MOST_AGENTS}, not "${text}"`);
}
