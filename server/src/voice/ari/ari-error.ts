import { ProviderError } from "../../platform/index.ts";

/** Asterisk refused or did not answer. `status` is its HTTP status; 0 when no answer came (time-out, cut connection). */
export class AriError extends ProviderError {
  readonly status: number;
  readonly operation: string;
  readonly reason: string;

  constructor(operation: string, status: number, reason: string) {
    super(`Asterisk ${operation}: ${status || "no answer"} ${reason}`.trim(), {
      retryable: status === 0 || status >= 500,
    });
    this.name = "AriError";
    this.operation = operation;
    this.status = status;
    this.reason = reason;
  }
}

/**
 * The channel, bridge, playback … is gone: normal when the other side hangs up first. Asterisk says 404 of what is named in the
 * path, 400 of a channel that is named beside it (POST /bridges/{bridgeId}/addChannel).
 */
export function isGone(error: unknown): boolean {
  if (!(error instanceof AriError)) return false;
  return error.status === 404 || (error.status === 400 && error.reason.includes("Channel not found"));
}
