/** What both formats say: the Spark convention keeps names and nesting, and lists wrap their items in XML. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What one item of a list is called in XML, by the name of the list (GeoReport v2). */
const ITEM: Readonly<Record<string, string>> = {
  services: "service",
  attributes: "attribute",
  values: "value",
  service_requests: "request",
  errors: "error",
  endpoints: "endpoint",
  formats: "format",
};

/** Signs that XML 1.0 cannot carry at all. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export function writeXml(root: string, value: Value): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Value): string {
  if (value === null || value === "") return `<${name}/>`;
  if (isList(value)) {
    const item = ITEM[name] ?? "item";
    return `<${name}>${value.map((one) => element(item, one)).join("")}</${name}>`;
  }
  if (typeof value === "object") {
    const inside = Object.entries(value).map(([key, one]) => element(key, one));
    return `<${name}>${inside.join("")}</${name}>`;
  }
  return `<${name}>${escaped(String(value))}</${name}>`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
