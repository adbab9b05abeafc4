/** For the test of the texts: which error keys the server may send. Not part of the program. */

/** A function of the file that makes an error of a message and a key: `forbidden("…", "outboundNoRoute")`. */
const MAKER = /function (\w+)\(message: string, key: string\): DomainError/g;

/** The keys of refusals in one source file of the server. */
export function errorKeysOf(source: string): string[] {
  if (!/\bDomainError\b|\bErrorCode\b/.test(source)) return [];
  const direct = [...source.matchAll(/\bkey: "(\w+)"/g)].map(([, key = ""]) => key);
  const made = [...source.matchAll(MAKER)].flatMap(([, name = ""]) => {
    const calls = new RegExp(`\\b${name}\\([^;]*?,\\s*"(\\w+)",?\\s*\\)`, "g");
    return [...source.matchAll(calls)].map(([, key = ""]) => key);
  });
  return [...direct, ...made];
}
