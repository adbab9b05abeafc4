import { DomainError, ProviderError } from "../../platform/index.ts";

/** For people who wait for an answer: a voice that fails is something to try again, not a bug of ours. */
export async function orUnavailable<T>(voicing: Promise<T>): Promise<T> {
  try {
    return await voicing;
  } catch (cause) {
    if (!(cause instanceof ProviderError)) throw cause;
    throw new DomainError("unavailable", "The voice does not answer; try again in a minute", {
      key: "voiceFails",
      cause,
    });
  }
}
