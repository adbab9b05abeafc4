import type { ArticleBody } from "@vera/contracts/knowledge";

/** A body with nothing said but its title; tests add what they are about. */
export function articleBody(title: string, more: Partial<ArticleBody> = {}): ArticleBody {
  const sections = { whatIsIt: "", forWhom: "", whatDoINeed: "", cost: "", where: "", online: "" };
  const care = { owner: "", norm: "", validFrom: null, validTo: null, reviewOn: null, requiredData: [] };
  const head = { title, summary: "Resumen", agentNote: "", onlineUrl: null, keywords: [] };
  return { ...sections, ...care, ...head, audience: "public", ...more };
}
