import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { summarise } from "./statistics.ts";
import { reportOf, type TicketRound, tableOf } from "./tickets-report.ts";
import { openTicketSides, type Sides } from "./tickets-sides.ts";

const CLIENTS = 24;
const WARM_UP = 200;

/** `./vera bench tickets`: tickets opened durably through the API, beside bare transactions of one row on the same database. */
export async function benchTickets({ json, quick }: { json: boolean; quick: boolean }): Promise<void> {
  const rounds = quick ? 2 : 5;
  const count = quick ? 600 : 3_000;
  const sides = await openTicketSides(CLIENTS);
  const results: { ours: TicketRound[]; baseline: TicketRound[] } = { ours: [], baseline: [] };
  try {
    const ours = overHttp(sides);
    await measure(sides, { open: ours, count: WARM_UP });
    await measure(sides, { open: sides.bareTransaction, count: WARM_UP });
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? (["ours", "baseline"] as const) : (["baseline", "ours"] as const);
      for (const name of order) {
        const open = name === "ours" ? ours : sides.bareTransaction;
        results[name].push(await measure(sides, { open, count }));
      }
    }
    const stored = await sides.countTickets();
    const expected = rounds * count + WARM_UP;
    if (stored !== expected)
      throw new Error(`${stored} of ${expected} tickets are in the database: the measure would lie`);
  } finally {
    await sides.close();
  }
  const report = reportOf(results, { rounds, load: loadavg()[0] ?? 0, clients: CLIENTS, tickets: count });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report));
}

async function measure(
  sides: Sides,
  { open, count }: { open: (n: number) => Promise<void>; count: number },
): Promise<TicketRound> {
  const millis = new Float64Array(count);
  const cpuBefore = sides.cpuMs();
  const startedAt = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      const at = performance.now();
      await open(n);
      millis[n] = performance.now() - at;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    perSecond: count / seconds,
    latencyMs: summarise(millis),
    cpuMsEach: (sides.cpuMs() - cpuBefore) / count,
  };
}

/** Real requests over loopback, connections kept: what a portal or another system does. */
function overHttp({ port, form }: Sides): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  return () =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(form());
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-vera": "1",
      };
      const sent = request(
        { host: "127.0.0.1", port, path: "/api/v1/tickets", method: "POST", agent, headers },
        (reply) => {
          reply.resume();
          reply.on("end", () => {
            if (reply.statusCode === 201) resolve();
            else reject(new Error(`the API answered ${reply.statusCode}`));
          });
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
}
