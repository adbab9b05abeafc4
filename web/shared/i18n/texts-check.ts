/** For the test of the texts: which keys files have and which the screens ask for. Not part of the program. */

interface UsedKeys {
  exact: Set<string>;
  /** Keys made at run time: `ui.state.${state}`. */
  patterns: RegExp[];
}

/** All paths of a text file, with the area in front. */
export function keysOf(texts: unknown, prefix: string): string[] {
  if (typeof texts !== "object" || texts === null) return [prefix];
  return Object.entries(texts).flatMap(([key, value]) => keysOf(value, `${prefix}.${key}`));
}

/** `found_one`, `say_known` → `found`, `say`: the forms that i18next chooses by count and context. */
export function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other|known)$/, "");
}

/** Every string that looks like a key inside a call of `t`, or beside `i18nKey`. */
export function keysUsed(sources: readonly string[]): UsedKeys {
  const exact = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const source of sources) {
    for (const [, arguments_ = ""] of source.matchAll(/(?<![\w.])t\(\s*((?:[^()]|\([^()]*\))*)/g)) {
      for (const [, key = ""] of arguments_.matchAll(/"([a-z]\w*(?:\.[\w-]+)+)"/g)) exact.add(key);
      for (const [, template = ""] of arguments_.matchAll(/`([a-z]\w*\.[^`]*)`/g)) {
        patterns.set(template, toPattern(template));
      }
    }
    for (const [, key = ""] of source.matchAll(/i18nKey="([^"]+)"/g)) exact.add(key);
    for (const [, template = ""] of source.matchAll(/i18nKey=\{`([^`]+)`\}/g))
      patterns.set(template, toPattern(template));
  }
  return { exact, patterns: [...patterns.values()] };
}

function toPattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\w-]+")}$`);
}
