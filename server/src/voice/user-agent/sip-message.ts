/** A SIP message (RFC 3261 section 7). Header names are lower case; the order within one name is kept. */
export interface SipMessage {
  readonly request: { readonly method: string; readonly uri: string } | undefined;
  readonly status: number;
  readonly reason: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** RFC 3261 section 7.3.3. */
const COMPACT: Readonly<Record<string, string>> = {
  i: "call-id",
  m: "contact",
  f: "from",
  t: "to",
  v: "via",
  c: "content-type",
  l: "content-length",
  k: "supported",
  s: "subject",
};

export type Header = readonly [name: string, value: string];

export function parseSip(text: string): SipMessage | undefined {
  const split = text.indexOf("\r\n\r\n");
  if (split < 0) return undefined; // a keep-alive of bare line ends
  const [first = "", ...lines] = text
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const given = line.slice(0, colon).trim().toLowerCase();
    const name = COMPACT[given] ?? given;
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(first);
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(first);
  if (!response && !request) return undefined;
  return {
    request: request ? { method: request[1] ?? "", uri: request[2] ?? "" } : undefined,
    status: Number(response?.[1] ?? 0),
    reason: response?.[2] ?? "",
    headers,
    body: text.slice(split + 4),
  };
}

export function buildSip(firstLine: string, headers: readonly Header[], body = ""): string {
  const all: Header[] = [...headers, ["Content-Length", String(Buffer.byteLength(body))]];
  return `${firstLine}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

export function header(message: SipMessage, name: string): string {
  return message.headers.get(name)?.[0] ?? "";
}

/** What an answer repeats of its request (RFC 3261 section 8.2.6.2). */
export function echoedHeaders(request: SipMessage, toTag: string): Header[] {
  const to = header(request, "to");
  return [
    ...(request.headers.get("via") ?? []).map((value): Header => ["Via", value]),
    ...(request.headers.get("record-route") ?? []).map((value): Header => ["Record-Route", value]),
    ["From", header(request, "from")],
    ["To", /;tag=/.test(to) ? to : `${to};tag=${toTag}`],
    ["Call-ID", header(request, "call-id")],
    ["CSeq", header(request, "cseq")],
  ];
}

/** `"Name" <sip:1@h:5060;x>;tag=y` → `sip:1@h:5060;x` */
export function addressOf(value: string): string {
  return /<([^>]+)>/.exec(value)?.[1] ?? value.split(";")[0] ?? "";
}

export function userOf(uri: string): string {
  return /^sips?:([^@]+)@/.exec(uri)?.[1] ?? "";
}
