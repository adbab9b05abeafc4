import { join } from "node:path";
import { createLogger } from "../platform/log.ts";
import { type AsteriskInstance, installAsterisk, startAsterisk } from "../voice/index.ts";
import type { Closers } from "./closers.ts";
import type { VeraOptions } from "./options.ts";

/**
 * Installs the telephone engine where it is missing and starts it, or takes over the one that an earlier process of
 * this data folder left running with its calls. undefined, with the reason said, where this machine cannot have one.
 */
export async function startTelephony(
  options: VeraOptions,
  closers: Closers,
): Promise<AsteriskInstance | undefined> {
  const { configuration, dataDir, enginePrefix, onProgress, sipPort } = options;
  const installation = await installAsterisk({
    prefix: enginePrefix,
    onProgress: ({ detail }) => onProgress(`telephone engine: ${detail}`),
  }).catch((error: unknown) => {
    onProgress(`without telephones: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  if (!installation) return undefined;
  const asterisk = await startAsterisk({
    installation,
    directory: join(dataDir, "asterisk"),
    sipPort,
    bind: configuration.sipAddress,
    ...(configuration.publicAddress !== undefined && { publicAddress: configuration.publicAddress }),
    log: createLogger({ level: configuration.logLevel, showPii: configuration.logPii }),
  });
  closers.add(() => asterisk.stop());
  return asterisk;
}
