import type { ArticleBody } from "@vera/contracts/knowledge";

/** Signs that stand for nothing written: controls but line breaks, and the private area that marks found words. */
const UNWRITTEN = /[[\p{Cc}\p{Co}]--[\n]]/gv;

/** Text as it is kept: composed letters, plain line breaks, no spaces at the ends. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(UNWRITTEN, "")
    .replace(/[ \u00a0]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

export function cleanBody(body: ArticleBody): ArticleBody {
  return {
    title: cleanText(body.title).replace(/\s+/g, " "),
    summary: cleanText(body.summary),
    whatIsIt: cleanText(body.whatIsIt),
    forWhom: cleanText(body.forWhom),
    whatDoINeed: cleanText(body.whatDoINeed),
    cost: cleanText(body.cost),
    where: cleanText(body.where),
    online: cleanText(body.online),
    onlineUrl: body.onlineUrl,
    keywords: cleanList(body.keywords),
    agentNote: cleanText(body.agentNote),
    audience: body.audience,
    requiredData: cleanList(body.requiredData),
    owner: cleanText(body.owner).replace(/\s+/g, " "),
    norm: cleanText(body.norm).replace(/\s+/g, " "),
    validFrom: body.validFrom,
    validTo: body.validTo,
    reviewOn: body.reviewOn,
  };
}

function cleanList(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => cleanText(word)).filter((word) => word !== ""))];
}
