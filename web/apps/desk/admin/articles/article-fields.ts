import type { ArticleBody } from "@vera/contracts/knowledge";

/** The sections of the procedure template, in the order in which they are asked and read. */
export const SECTIONS = ["whatIsIt", "forWhom", "whatDoINeed", "cost", "where", "online"] as const;

/** What the form shows; keywords one after the other with commas. */
export type ArticleFields = Omit<ArticleBody, "keywords" | "onlineUrl"> & {
  onlineUrl: string;
  keywords: string;
  topicIds: string[];
  tenantId: string;
};

export function articleFields(
  body: ArticleBody | null,
  place: { topicIds: readonly string[]; tenantId: string },
): ArticleFields {
  return {
    title: body?.title ?? "",
    summary: body?.summary ?? "",
    whatIsIt: body?.whatIsIt ?? "",
    forWhom: body?.forWhom ?? "",
    whatDoINeed: body?.whatDoINeed ?? "",
    cost: body?.cost ?? "",
    where: body?.where ?? "",
    online: body?.online ?? "",
    agentNote: body?.agentNote ?? "",
    onlineUrl: body?.onlineUrl ?? "",
    keywords: body?.keywords.join(", ") ?? "",
    topicIds: [...place.topicIds],
    tenantId: place.tenantId,
  };
}

export function toBody({
  topicIds: _,
  tenantId: __,
  keywords,
  onlineUrl,
  ...texts
}: ArticleFields): ArticleBody {
  return {
    ...texts,
    title: texts.title.trim(),
    onlineUrl: onlineUrl.trim() || null,
    keywords: [
      ...new Set(
        keywords
          .split(/[,;\n]+/)
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    ],
  };
}

/** An article as lines, to compare two versions of it. `word` names a section. */
export function articleText(body: ArticleBody, word: (section: string) => string): string {
  const parts = ["title", "summary", ...SECTIONS, "onlineUrl", "agentNote"] as const;
  const lines = parts.flatMap((part) => [`# ${word(part)}`, ...(body[part] ?? "").split("\n"), ""]);
  return [...lines, `# ${word("keywords")}`, body.keywords.join(", ")].join("\n");
}
