import type { Platform } from "../../server/src/platform/index.ts";
import type { NameQuestion } from "./questions.ts";
import { areMeant, LIMIT, meantPeople } from "./sides.ts";

/**
 * Share of questions whose answer of 20 has the person. Where more than 20 people are what was meant (namesakes, whom a name
 * cannot tell apart), one of them counts.
 */
export async function recallOf(
  platform: Platform,
  questions: readonly NameQuestion[],
  ask: (platform: Platform, q: string) => Promise<string[]>,
): Promise<{ recall: number; missed: string[] }> {
  const missed: string[] = [];
  for (const { q, citizenId, meant } of questions) {
    const found = await ask(platform, q);
    if (found.includes(citizenId)) continue;
    const namesakes = await meantPeople(platform, meant);
    if (namesakes.length > LIMIT && (await areMeant(platform, found, meant)) > 0) continue;
    missed.push(q);
  }
  return { recall: 1 - missed.length / questions.length, missed };
}
