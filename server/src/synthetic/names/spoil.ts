import type { Random } from "../random.ts";

const VOWELS = "aeiou";
/** What is heard alike, and written one for the other. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ["z", "s"],
  ["s", "z"],
  ["b", "v"],
  ["v", "b"],
  ["y", "i"],
  ["ll", "y"],
  ["c", "s"],
  ["h", ""],
  ["qu", "k"],
  ["g", "j"],
  ["rr", "r"],
  ["ñ", "n"],
  ["nn", "n"],
  ["tt", "t"],
];
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "qsz",
  b: "vn",
  c: "xv",
  d: "sfe",
  e: "wrd",
  f: "dgr",
  g: "fht",
  h: "gjy",
  i: "uok",
  j: "hku",
  k: "jli",
  l: "ko",
  m: "n",
  n: "mb",
  o: "ipl",
  p: "o",
  q: "wa",
  r: "etf",
  s: "ada",
  t: "ryg",
  u: "yij",
  v: "cb",
  w: "qe",
  x: "zc",
  y: "tu",
  z: "xa",
};

export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** One slip of ear or hand in a word: a sound, a neighbouring key, a letter more, less, or two swapped. */
export function misspell(word: string, random: Random): string {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const spoilt = random.chance(0.45) ? misheard(word, random) : mistyped(word, random);
    if (withoutAccents(spoilt).toLowerCase() !== withoutAccents(word).toLowerCase()) return spoilt;
  }
  return `${word}${random.pick([...VOWELS])}`;
}

function misheard(word: string, random: Random): string {
  const lower = word.toLowerCase();
  const possible = SOUNDS.filter(([from]) => lower.includes(from));
  if (possible.length === 0) return mistyped(word, random);
  const [from, to] = random.pick(possible);
  return keepCase(word, lower.replace(from, to));
}

function mistyped(word: string, random: Random): string {
  const at = random.below(word.length);
  const letter = withoutAccents(word[at] ?? "a").toLowerCase();
  switch (random.below(4)) {
    case 0:
      return keepCase(word, word.slice(0, at) + word.slice(at + 1));
    case 1:
      return keepCase(word, word.slice(0, at + 1) + letter + word.slice(at + 1));
    case 2:
      return keepCase(word, word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2));
    default:
      return keepCase(
        word,
        word.slice(0, at) + random.pick([...(NEIGHBOURS[letter] ?? "a")]) + word.slice(at + 1),
      );
  }
}

function keepCase(model: string, text: string): string {
  const lower = text.toLowerCase();
  return model[0] === model[0]?.toUpperCase() ? lower.slice(0, 1).toUpperCase() + lower.slice(1) : lower;
}
