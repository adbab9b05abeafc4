/** In this order: each reads what the one before left. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/sch|sh/g, "ch"],
  [/(?<!c)h/g, ""],
  [/qu(?=[ei])|ck|k|q/g, "c"],
  [/tz|cz/g, "s"],
  [/c(?=[ei])|z|x/g, "s"],
  [/gu(?=[ei])/g, "G"],
  [/g(?=[ei])/g, "j"],
  [/G/g, "g"],
  [/w|v/g, "b"],
  [/ll/g, "y"],
  [/y(?![aeiou])/g, "i"],
  [/(?<=[aeiou])y(?=[aeiou])|^i(?=[aeou])/g, "y"],
  [/m(?=[pb])/g, "n"],
  [/(.)\1+/g, "$1"],
];

/** How a name sounds in the Spanish of the region: b and v, s and z, ll and y, a mute h are one. Of a normalised word. */
export function soundKey(word: string): string {
  let key = word;
  for (const [sound, letter] of RULES) key = key.replace(sound, letter);
  return key;
}
