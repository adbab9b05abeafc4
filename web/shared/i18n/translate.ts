/** Texts of a language: areas, places inside them, sentences. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

export type TextParams = Readonly<Record<string, string | number | undefined>>;

/** Finds `area.place.sentence` in the first tree that has it. */
export type FindText = (key: string) => string | undefined;

/**
 * The sentence of the first key that exists, with `{{name}}` filled in. `count` chooses the grammatical number
 * (`key_one`, `key_many`, `key_other`: CLDR by Intl.PluralRules), `context` a variant (`key_known`). A key that no
 * language has comes back as it is, so that it is seen.
 */
export function translate(
  find: FindText,
  locale: string,
  keys: string | readonly string[],
  params: TextParams = {},
): string {
  const list = typeof keys === "string" ? [keys] : keys;
  for (const key of list) {
    const text = findForm(find, locale, key, params);
    if (text !== undefined) return fill(text, params);
  }
  return list.at(-1) ?? "";
}

function findForm(find: FindText, locale: string, key: string, params: TextParams): string | undefined {
  const { context, count } = params;
  const variant = context ? find(`${key}_${context}`) : undefined;
  if (variant !== undefined) return variant;
  if (typeof count === "number") {
    const form = find(`${key}_${pluralOf(locale, count)}`) ?? find(`${key}_other`);
    if (form !== undefined) return form;
  }
  return find(key);
}

function fill(text: string, params: TextParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
}

const rules = new Map<string, Intl.PluralRules>();

function pluralOf(locale: string, count: number): string {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  return rule.select(count);
}

/** Walks a tree of texts along the dots of a key. */
export function lookUp(tree: TextTree | undefined, key: string): string | undefined {
  let node: string | TextTree | undefined = tree;
  for (const part of key.split(".")) {
    if (typeof node !== "object") return undefined;
    node = node[part];
  }
  return typeof node === "string" ? node : undefined;
}
