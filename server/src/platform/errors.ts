export type ErrorCode =
  | "not-found"
  | "conflict"
  | "invalid"
  | "forbidden"
  | "unauthenticated"
  | "too-many"
  | "unavailable";

export interface DomainErrorOptions extends ErrorOptions {
  /** Names the text shown to a person: `errors.<key>` in web/shared/i18n. */
  readonly key?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An expected refusal that a caller can act on. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly key: string | undefined;
  readonly params: Readonly<Record<string, string | number>> | undefined;

  constructor(code: ErrorCode, message: string, options: DomainErrorOptions = {}) {
    super(message, options);
    this.name = "DomainError";
    this.code = code;
    this.key = options.key;
    this.params = options.params;
  }
}

export interface ProviderErrorOptions extends ErrorOptions {
  /** True when the same request may succeed later: time-outs, 5xx, a cut connection. */
  readonly retryable: boolean;
}

/** A failure of somebody else's system (Asterisk, a mail server, a social network). Retried by flag, never by text. */
export class ProviderError extends Error {
  readonly retryable: boolean;

  constructor(message: string, options: ProviderErrorOptions) {
    super(message, options);
    this.name = "ProviderError";
    this.retryable = options.retryable;
  }
}
