import { foldText } from "../../../../shared/format/fold-text.ts";

/** "Inés María Aromo" → "ines.aromo": first given name and last family name, as the centre's user names are. */
export function proposedUsername(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  return words.length < 2 ? (first ?? "") : `${first}.${last}`;
}
