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

type Draft = Pick<
  ArticleBody,
  "title" | "summary" | "whatIsIt" | "forWhom" | "whatDoINeed" | "cost" | "where" | "online" | "keywords"
> & {
  readonly onlineUrl?: string;
  /** What to ask for first. */
  readonly ask?: readonly string[];
  readonly note?: string;
};

export function demoArticle(topic: TopicPath, { note, onlineUrl, ask = [], ...body }: Draft): DemoArticle {
  const agentNote = note ? `${DEMO_NOTE}\n\n${note}` : DEMO_NOTE;
  const [, owner] = topic;
  const validity = { norm: "", validFrom: null, validTo: null, reviewOn: null };
  return {
    topic,
    body: {
      ...{ ...body, ...validity, agentNote, owner },
      onlineUrl: onlineUrl ?? null,
      audience: "public",
      requiredData: [...ask],
    },
  };
}
