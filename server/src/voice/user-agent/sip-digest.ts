import { createHash, randomBytes } from "node:crypto";

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Answers a `WWW-Authenticate: Digest …` challenge (RFC 2617, RFC 8760 for SHA-256). */
export function answerChallenge(
  challenge: string,
  { method, uri, username, password }: Credentials & { method: string; uri: string },
): string {
  const field = (name: string): string | undefined =>
    new RegExp(`\\b${name}="?([^",]+)"?`, "i").exec(challenge)?.[1];
  const algorithm = field("algorithm") ?? "MD5";
  const hash = (text: string): string =>
    createHash(/sha-256/i.test(algorithm) ? "sha256" : "md5")
      .update(text)
      .digest("hex");
  const realm = field("realm") ?? "";
  const nonce = field("nonce") ?? "";
  const opaque = field("opaque");
  const qop = /\bqop="?[^"]*\bauth\b/i.test(challenge);
  const clientNonce = randomBytes(8).toString("hex");
  const secret = hash(`${username}:${realm}:${password}`);
  const request = hash(`${method}:${uri}`);
  const response = qop
    ? hash(`${secret}:${nonce}:00000001:${clientNonce}:auth:${request}`)
    : hash(`${secret}:${nonce}:${request}`);
  return [
    `Digest username="${username}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `response="${response}"`,
    `algorithm=${algorithm}`,
    ...(qop ? ["qop=auth", "nc=00000001", `cnonce="${clientNonce}"`] : []),
    ...(opaque ? [`opaque="${opaque}"`] : []),
  ].join(", ");
}
