export interface AriRequest {
  readonly method: string;
  /** Path below /ari/, its parameters filled in and encoded. */
  readonly uri: string;
  readonly query: readonly { readonly name: string; readonly value: string }[];
  readonly body: string | undefined;
}

/** Fills `POST /channels/{channelId}/play` from its parameters; those that the path does not name go to the query. */
export function buildRequest(
  operation: string,
  params: Readonly<Record<string, unknown>>,
  body: unknown,
): AriRequest {
  const [method = "", template = ""] = operation.split(" ");
  const inPath = new Set<string>();
  const uri = template.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(params[name]));
  });
  const query = Object.entries(params)
    .filter(([name, value]) => value !== undefined && !inPath.has(name))
    .map(([name, value]) => ({ name, value: Array.isArray(value) ? value.join(",") : String(value) }));
  return { method, uri, query, body: body === undefined ? undefined : JSON.stringify(body) };
}
