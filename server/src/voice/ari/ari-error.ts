import { ProviderError } from "../../platform/index.ts";

/** Asterisk refused or did not answer. `status` is its HTTP status; 0 when no answer came (time-out, cut connection). */
export class AriError extends ProviderError {
  readonly status: number;
  readonly operation: string;

  constructor(operation: string, status: number, reason: string) {
    super(`Asterisk ${operation}: ${status || "no answer"} ${reason}`.trim(), {
      retryable: status === 0 || status >= 500,
    });
    this.name = "AriError";
    this.operation = operation;
    this.status = status;
  }
}

/** The channel, bridge, playback … is gone: normal when the other side hangs up first. */
export function isGone(error: unknown): boolean {
  return error instanceof AriError && error.status === 404;
}
