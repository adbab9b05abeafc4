import type { ArticleBody } from "@vera/contracts/knowledge";

/** The sections of the procedure template, in the order in which they are asked and read. */
export const SECTIONS = ["whatIsIt", "forWhom", "whatDoINeed", "cost", "where", "online"] as const;

/** Days of the text's life; empty means none. */
export const DAYS = ["validFrom", "validTo", "reviewOn"] as const;

/** What the form shows; keywords one after the other with commas. */
export type ArticleFields = Omit<
  ArticleBody,
  "keywords" | "onlineUrl" | "requiredData" | "audience" | (typeof DAYS)[number]
> & {
  onlineUrl: string;
  keywords: string;
  /** One in each line. */
  requiredData: string;
  audience: string;
  validFrom: string;
  validTo: string;
  reviewOn: string;
  topicIds: string[];
  tenantId: string;
};

const EMPTY: ArticleBody = {
  ...{ title: "", summary: "", whatIsIt: "", forWhom: "", whatDoINeed: "", cost: "", where: "", online: "" },
  ...{
    agentNote: "",
    onlineUrl: null,
    keywords: [],
    requiredData: [],
    audience: "public",
    owner: "",
    norm: "",
  },
  ...{ validFrom: null, validTo: null, reviewOn: null },
};

export function articleFields(
  body: ArticleBody | null,
  place: { topicIds: readonly string[]; tenantId: string },
): ArticleFields {
  const { keywords, requiredData, onlineUrl, validFrom, validTo, reviewOn, ...texts } = body ?? EMPTY;
  return {
    ...texts,
    onlineUrl: onlineUrl ?? "",
    keywords: keywords.join(", "),
    requiredData: requiredData.join("\n"),
    validFrom: validFrom ?? "",
    validTo: validTo ?? "",
    reviewOn: reviewOn ?? "",
    topicIds: [...place.topicIds],
    tenantId: place.tenantId,
  };
}

export function toBody({ topicIds: _, tenantId: __, ...fields }: ArticleFields): ArticleBody {
  return {
    ...fields,
    title: fields.title.trim(),
    onlineUrl: fields.onlineUrl.trim() || null,
    keywords: listOf(fields.keywords, /[,;\n]+/),
    requiredData: listOf(fields.requiredData, /\n+/),
    audience: fields.audience === "internal" ? "internal" : "public",
    validFrom: fields.validFrom || null,
    validTo: fields.validTo || null,
    reviewOn: fields.reviewOn || null,
  };
}

function listOf(text: string, separator: RegExp): string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}

/** An article as lines, to compare two versions of it. `word` names a section. */
export function articleText(body: ArticleBody, word: (section: string) => string): string {
  const parts = [
    ...(["title", "summary", ...SECTIONS, "onlineUrl", "agentNote"] as const),
    ...(["owner", "norm", ...DAYS, "audience"] as const),
  ];
  const lines = parts.flatMap((part) => [`# ${word(part)}`, ...(body[part] ?? "").split("\n"), ""]);
  const asked = [`# ${word("requiredData")}`, ...body.requiredData, ""];
  return [...lines, ...asked, `# ${word("keywords")}`, body.keywords.join(", ")].join("\n");
}
