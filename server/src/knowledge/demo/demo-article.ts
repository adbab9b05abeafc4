import type { ArticleBody } from "@vera/contracts/knowledge";

/** Names of the topic tree, as in topics-seed.json: jurisdiction, organism, theme, and reason where one is meant. */
export type TopicPath = readonly [string, string, string, string?];

export interface DemoArticle {
  readonly topic: TopicPath;
  readonly body: ArticleBody;
}

/** Written from general knowledge and the seed's procedure names; no prices and no numbers, which change. */
export const DEMO_NOTE =
  "Texto de demostración: no es información oficial. Antes de usarlo, el organismo dueño tiene que revisarlo y publicarlo como propio.";

export const PROVINCE_PAGE = "https://www.santafe.gob.ar/";

export const PRICE_CHANGES =
  "El valor cambia: leelo de la página oficial en el momento, no lo digas de memoria.";

type Draft = Omit<ArticleBody, "agentNote" | "onlineUrl"> & {
  readonly onlineUrl?: string;
  readonly note?: string;
};

export function demoArticle(topic: TopicPath, { note, onlineUrl, ...body }: Draft): DemoArticle {
  const agentNote = note ? `${DEMO_NOTE}\n\n${note}` : DEMO_NOTE;
  return { topic, body: { ...body, onlineUrl: onlineUrl ?? null, agentNote } };
}
