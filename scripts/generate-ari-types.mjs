// Asterisk describes its REST interface in Swagger 1.1 files that ship inside its package (usr/share/asterisk/rest-api).
// This turns them into TypeScript: one interface per model, the union of events, and one typed entry per operation.
// Run after an Asterisk upgrade: node scripts/generate-ari-types.mjs PREFIX/usr/share/asterisk/rest-api
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const OUT = "server/src/voice/ari/asterisk-api.ts";
const PRIMITIVES = {
  string: "string",
  int: "number",
  long: "number",
  float: "number",
  double: "number",
  boolean: "boolean",
  Date: "string",
  object: "Record<string, unknown>",
  containers: "Record<string, unknown>",
  binary: "ArrayBuffer",
  void: "undefined",
};
/** The description files only say "containers"; the shapes come from each parameter's own words. */
const BODIES = {
  variables: "{ variables: Record<string, string | { value: string; report_events?: boolean }> }",
  fields: "{ fields: { attribute: string; value: string }[] }",
  filter: "{ allowed?: { type: string }[]; disallowed?: { type: string }[] }",
};

/** What the product names by itself; the rest is reached through AriEvent and AriOperations. */
const EXPORTED = new Set(["Bridge", "Channel"]);

const folder = process.argv[2];
if (!folder) throw new Error("usage: node scripts/generate-ari-types.mjs FOLDER_OF_REST_API_JSON");

const models = new Map();
const operations = [];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith(".json") || file === "resources.json") continue;
  const description = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  for (const [name, model] of Object.entries(description.models ?? {})) models.set(name, model);
  for (const api of description.apis) {
    for (const operation of api.operations) {
      if (!operation.upgrade) operations.push({ path: api.path, ...operation });
    }
  }
}
const parentOf = new Map();
for (const [name, model] of models) for (const child of model.subTypes ?? []) parentOf.set(child, name);

function isEvent(name) {
  for (let at = name; at; at = parentOf.get(at)) if (at === "Event") return true;
  return false;
}

function typeOf(type) {
  const list = /^List\[(.+)\]$/.exec(type);
  return list ? `${typeOf(list[1])}[]` : (PRIMITIVES[type] ?? type);
}

function valueType(field, type) {
  if (field.allowableValues?.valueType === "LIST" && type === "string" && !field.allowMultiple) {
    return field.allowableValues.values.map((value) => JSON.stringify(value)).join(" | ");
  }
  return field.allowMultiple ? `${typeOf(type)} | ${typeOf(type)}[]` : typeOf(type);
}

function keyOf(name) {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function modelText(name, model) {
  const parent = parentOf.get(name);
  const event = isEvent(name) && name !== "Event";
  const lines = Object.entries(model.properties ?? {})
    .filter(([field]) => !(event && field === "type"))
    .map(([field, spec]) => `  ${keyOf(field)}${spec.required ? "" : "?"}: ${valueType(spec, spec.type)};`);
  if (event) lines.unshift(`  type: ${JSON.stringify(name)};`);
  const word = EXPORTED.has(name) ? "export " : "";
  const base = parent ? `Omit<${parent}, "type">` : "";
  if (lines.length === 0) return `${word}type ${name} = ${base || "Record<string, unknown>"};`;
  return `${word}interface ${name}${base && ` extends ${base}`} {\n${lines.join("\n")}\n}`;
}

function operationText(operation) {
  const parameters = operation.parameters ?? [];
  const plain = parameters.filter((parameter) => parameter.paramType !== "body");
  const body = parameters.find((parameter) => parameter.paramType === "body");
  const fields = plain.map(
    (parameter) =>
      `${keyOf(parameter.name)}${parameter.required ? "" : "?"}: ${valueType(parameter, parameter.dataType)}`,
  );
  const paramsType = fields.length > 0 ? `{ ${fields.join("; ")} }` : "Record<never, never>";
  const bodyType = body ? (BODIES[body.name] ?? "Record<string, unknown>") : "undefined";
  return `  "${operation.httpMethod} ${operation.path}": { params: ${paramsType}; body: ${bodyType}; result: ${typeOf(operation.responseClass)} };`;
}

const events = [...models.keys()].filter((name) => isEvent(name) && name !== "Event");
const union = `export type AriEvent =\n${events.map((name) => `  | ${name}`).join("\n")};`;
const operationsText = `/** Every REST operation: what it takes in the path and query, its JSON body, and what it answers. */
export interface AriOperations {\n${operations.map(operationText).join("\n")}\n}`;

/** Models that an event or an operation leads to; the others (the wire envelope) would be dead code. */
function reachable() {
  const seen = new Set();
  const queue = [union, operationsText];
  for (let text = queue.pop(); text !== undefined; text = queue.pop()) {
    for (const [word] of text.matchAll(/\b[A-Z]\w+\b/g)) {
      if (!models.has(word) || seen.has(word)) continue;
      seen.add(word);
      queue.push(modelText(word, models.get(word)));
    }
  }
  return seen;
}

const used = reachable();
const text = [
  "// Generated by scripts/generate-ari-types.mjs from Asterisk's own interface description; do not edit.",
  ...[...models].filter(([name]) => used.has(name)).map(([name, model]) => modelText(name, model)),
  union,
  operationsText,
  "",
].join("\n\n");
writeFileSync(OUT, text);
process.stdout.write(
  `${used.size} models, ${events.length} events, ${operations.length} operations -> ${OUT}\n`,
);
