/** `vera_<prefix>_<secret>`: secret scanners know it by its head, people by the prefix. */
const PATTERN = /^vera_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/;

export interface ApiKeyText {
  readonly prefix: string;
  readonly secret: string;
}

export function parseApiKey(text: string): ApiKeyText | undefined {
  const [, prefix, secret] = PATTERN.exec(text) ?? [];
  return prefix && secret ? { prefix, secret } : undefined;
}

export function formatApiKey({ prefix, secret }: ApiKeyText): string {
  return `vera_${prefix}_${secret}`;
}
