/** As much of JSON Schema as our contracts use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** Where the schema leaves open what the rules ask for. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  kpi: "asa",
  from: "2026-03-09T13:00:00Z",
  terms: ["luz", "alumbrado"],
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "2026-03-10",
  "date-time": "2026-03-10T13:00:00Z",
  time: "08:00",
  email: "alguien@vera.example",
};

/** Something that a schema lets through; `ids` gives the value of a property that names a thing (`queueId`). */
export function sampleOf(schema: Schema, ids: (name: string) => string, name = ""): unknown {
  if (name in BY_NAME) return BY_NAME[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const part = schema.anyOf?.find(({ type }) => type !== "null") ?? schema.allOf?.[0];
  if (part) return sampleOf(part, ids, name);
  if (schema.type === "object") return objectOf(schema, ids);
  if (schema.type === "array")
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, ids, name));
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number")
    return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1);
  return textOf(schema, ids, name);
}

function objectOf(schema: Schema, ids: (name: string) => string): object {
  const given = Object.entries(schema.properties ?? {}).filter(
    // Whose it is to be, and what it is to be about, is always said: that is what is tried here.
    ([name]) => schema.required?.includes(name) || name.endsWith("Id"),
  );
  return Object.fromEntries(given.map(([name, property]) => [name, sampleOf(property, ids, name)]));
}

function textOf(
  { format, pattern, minLength = 1 }: Schema,
  ids: (name: string) => string,
  name: string,
): string {
  if (format === "uuid" || (pattern?.includes("[0-9a-f]{8}-") ?? false)) return ids(name);
  const known = format && BY_FORMAT[format];
  if (known) return known;
  const fitting = [
    "abcdefghij",
    "1234567",
    "08:00",
    "+543482420000",
    "2026-03-10",
    "es",
    "#112233",
    "12345678",
    "https://vera.example/",
  ];
  const fits = fitting.find(
    (text) => text.length >= minLength && (!pattern || new RegExp(pattern).test(text)),
  );
  return fits ?? "x".repeat(minLength);
}
