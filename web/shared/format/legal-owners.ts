import type { LegalOwner } from "@vera/contracts/competence";

/** In the order in which they are offered: the likeliest first. */
export const LEGAL_OWNERS = [
  "municipality",
  "company",
  "province",
  "nation",
  "private",
] as const satisfies readonly LegalOwner[];
