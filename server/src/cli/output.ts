import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Progress and errors: the other stream, so that --json stays clean. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function fail(code: number, message: string): number {
  say(`vera: ${message}`);
  return code;
}

/** Help that was asked for is an answer; help instead of an answer is an error. */
export function usage(text: string, asked: boolean): number {
  process[asked ? "stdout" : "stderr"].write(text);
  return asked ? 0 : 2;
}

export class UsageError extends Error {}

export interface CommandLine<Options extends ParseArgsOptionsConfig> {
  readonly help: string;
  readonly options: Options;
  readonly allowPositionals?: boolean;
}

/** Runs `work` with the parsed options; answers --help and malformed command lines by itself. */
export async function withOptions<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { help, options, allowPositionals = false }: CommandLine<Options>,
  work: (
    values: ReturnType<
      typeof parseArgs<{ options: Options; strict: true; allowPositionals: true }>
    >["values"],
    positionals: readonly string[],
  ) => Promise<number>,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) return usage(help, true);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    });
    const [extra] = positionals;
    if (!allowPositionals && extra !== undefined) throw new UsageError(`"${extra}" is not expected here`);
    return await work(values, positionals);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) return fail(2, `${error.message}\n${help}`);
    throw error;
  }
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** A TCP or UDP port from the command line. */
export function port(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new UsageError(`${name} takes a port from 0 to 65535, not "${text}"`);
}
