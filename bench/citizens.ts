import { loadavg } from "node:os";
import { asSystem, many, type Platform, sql } from "../server/src/platform/index.ts";
import {
  NAME_KINDS,
  type NameKind,
  type NameQuestion,
  nameQuestions,
  type Person,
  somePeople,
} from "./citizens/questions.ts";
import { recallOf } from "./citizens/recall.ts";
import { note, openRegister } from "./citizens/register.ts";
import { type CitizensReport, type Measure, marksOf, tableOf } from "./citizens/report.ts";
import { buildTrigrams, ours, ping, trigrams } from "./citizens/sides.ts";
import { median, type Sample, summarise } from "./statistics.ts";

const FULL = 3_500_000;
const QUICK = 350_000;
const GROWTH = 10;
const ROUNDS = 5;

interface Sizes {
  /** Questions of a kind in each round: ours, and the other side, which takes a hundred times as long. */
  readonly asked: number;
  readonly askedSlow: number;
  readonly recall: number;
}

/** `./vera bench citizens`: one person among millions, against a ping (exact) and against trigrams over people (names). */
export async function benchCitizens({ json, quick }: { json: boolean; quick: boolean }): Promise<void> {
  const rows = quick ? QUICK : FULL;
  const sizes = quick
    ? { asked: 200, askedSlow: 20, recall: 150 }
    : { asked: 400, askedSlow: 20, recall: 400 };
  const small = await nameTimes(rows / GROWTH, sizes.asked);
  const register = await openRegister(rows);
  try {
    const { platform } = register;
    const people = await somePeople(platform, rows, 4_000);
    const questions = (kind: NameKind) => nameQuestions(people, kind);
    note("measuring exact ...");
    const exact = await exactMeasures(platform, people, sizes);
    note("building the other side's trigram index ...");
    await buildTrigrams(register.url);
    const results: Record<string, Measure> = { ...exact };
    for (const kind of NAME_KINDS) {
      note(`measuring names, ${kind} ...`);
      results[kind] = await nameMeasure(platform, questions(kind), sizes);
    }
    const words = await asSystem(platform, "bench", (ctx) =>
      many<{ n: number }>(ctx, sql`select count(*) as n from citizens.name_word`),
    );
    const growth = Object.fromEntries(
      NAME_KINDS.map((kind) => [kind, (results[kind]?.ours.p50 ?? 0) / (small[kind] ?? 1)]),
    );
    const report: CitizensReport = {
      name: "citizens",
      rows,
      words: words[0]?.n ?? 0,
      rounds: ROUNDS,
      load: loadavg()[0] ?? 0,
      unit: "ms",
      results,
      growth,
      marks: marksOf(results, growth),
    };
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report));
  } finally {
    await register.close();
  }
}

/** Median of the rounds' p50 over a smaller register: what ten times as many people cost. */
async function nameTimes(rows: number, asked: number): Promise<Record<NameKind, number>> {
  const register = await openRegister(rows);
  try {
    const people = await somePeople(register.platform, rows, 4_000);
    const times = { typo: 0, swapped: 0, partial: 0 };
    for (const kind of NAME_KINDS) {
      const questions = nameQuestions(people, kind);
      const rounds: Sample[] = [];
      for (let round = -1; round < ROUNDS; round += 1) {
        const sample = await timed(slice(questions, round, asked), ({ q }) => ours(register.platform, q));
        if (round >= 0) rounds.push(sample);
      }
      times[kind] = median(rounds.map(({ p50 }) => p50));
    }
    return times;
  } finally {
    await register.close();
  }
}

async function exactMeasures(
  platform: Platform,
  people: readonly Person[],
  { asked }: Sizes,
): Promise<Record<string, Measure>> {
  const dnis = people.flatMap(({ dni }) => dni ?? []);
  const phones = people.flatMap(({ phone }) => phone ?? []);
  const spelt = phones.map((phone, n) =>
    n % 2 === 0 ? phone : `+54 9 ${phone.slice(0, 3)} ${phone.slice(3)}`,
  );
  return {
    dni: await exactMeasure(platform, dnis, asked),
    phone: await exactMeasure(platform, spelt, asked),
  };
}

async function exactMeasure(
  platform: Platform,
  questions: readonly string[],
  asked: number,
): Promise<Measure> {
  return await interleaved(
    (round) => timed(slice(questions, round, asked), (q) => ours(platform, q)),
    (round) => timed(slice(questions, round, asked), () => ping(platform)),
  );
}

async function nameMeasure(
  platform: Platform,
  questions: readonly NameQuestion[],
  sizes: Sizes,
): Promise<Measure> {
  const measure = await interleaved(
    (round) => timed(slice(questions, round, sizes.asked), ({ q }) => ours(platform, q)),
    (round) => timed(slice(questions, round, sizes.askedSlow), ({ q }) => trigrams(platform, q)),
  );
  const { recall, missed } = await recallOf(platform, questions.slice(-sizes.recall), ours);
  const other = await recallOf(platform, questions.slice(-sizes.askedSlow * 2), trigrams);
  if (missed.length > 0) note(`not found: ${missed.slice(0, 12).join(" · ")}`);
  return { ...measure, recall: { ours: recall, baseline: other.recall } };
}

/** The sides take turns; a first round warms both and is not counted. */
async function interleaved(
  ourRound: (round: number) => Promise<Sample>,
  otherRound: (round: number) => Promise<Sample>,
): Promise<Measure> {
  const [mine, others]: [Sample[], Sample[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const ourSample = round % 2 === 0 ? await ourRound(round) : undefined;
    const other = await otherRound(round);
    const sample = ourSample ?? (await ourRound(round));
    if (round < 0) continue;
    mine.push(sample);
    others.push(other);
  }
  const of = (samples: readonly Sample[]) => ({
    p50: median(samples.map(({ p50 }) => p50)),
    p99: median(samples.map(({ p99 }) => p99)),
  });
  const ratio = (quantile: "p50" | "p99") =>
    median(mine.map((sample, n) => (others[n]?.[quantile] ?? 0) / sample[quantile]));
  return { ours: of(mine), baseline: of(others), ratioP50: ratio("p50"), ratioP99: ratio("p99") };
}

/** Each round asks other questions. */
function slice<T>(all: readonly T[], round: number, count: number): readonly T[] {
  const from = ((round + 1) * count) % Math.max(1, all.length - count);
  return all.slice(from, from + count);
}

async function timed<T>(questions: readonly T[], ask: (question: T) => Promise<unknown>): Promise<Sample> {
  const times = new Float64Array(questions.length);
  for (const [n, question] of questions.entries()) {
    const startedAt = performance.now();
    await ask(question);
    times[n] = performance.now() - startedAt;
  }
  return summarise(times);
}
