import { normalizeName } from "../normalize-name.ts";

/** What a street is called by, whatever sort of street it is. */
const SORT =
  /^(?:calle|avenida|avda?|av|bulevar|boulevard|blvd?|bv|bvar|pasaje|pje|psje|camino|ruta)\s+(?=\S)/;

/** "Av. Gral. Paz" and "general paz" are one street: lower case, no accents, no sort of street, ranks in full. */
export function streetKey(street: string): string {
  return normalizeName(street)
    .replace(SORT, "")
    .replace(/\bgral\b/g, "general")
    .replace(/\bpte\b|\bpdte\b/g, "presidente")
    .replace(/\bgdor\b|\bgob\b/g, "gobernador")
    .replace(/\bdr\b/g, "doctor")
    .replace(/\bsta\b/g, "santa")
    .replace(/\bsgto\b/g, "sargento");
}
