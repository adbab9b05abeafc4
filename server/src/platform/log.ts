import type { Writable } from "node:stream";
import { pino } from "pino";

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Logger;
}

export interface LogOptions {
  readonly level: string;
  /** Personal data appears only under the key `pii`; it is written only where this is true. */
  readonly showPii: boolean;
  readonly destination?: Writable;
}

export function createLogger({ level, showPii, destination }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    redact: showPii ? [] : ["pii", "*.pii"],
    serializers: { err: pino.stdSerializers.err },
  };
  return destination ? pino(options, destination) : pino(options, pino.destination(2));
}
