import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { reachableFolder } from "./service-folder.ts";

const run = promisify(execFile);

/** An Asterisk that can be started: where its program, modules and data are. */
export interface Installation {
  /** "22.10.1" */
  readonly version: string;
  readonly origin: "prefix" | "system";
  /** Program and first arguments; the rest of the command line follows. */
  readonly command: readonly [string, ...string[]];
  readonly modulesDirectory: string;
  /** Holds documentation/core-en_US.xml, without which Asterisk's configuration modules refuse to load. */
  readonly dataDirectory: string;
}

/** Older ones lack REST over the event WebSocket. */
const OLDEST_MAJOR = 22;
const MARKER = "vera-asterisk.json";
/** Raised when what we unpack changes, so that an older prefix is replaced. */
export const PREFIX_FORMAT = 1;

export interface PrefixMarker {
  readonly format: number;
  readonly version: string;
  readonly suite: string;
}

export function markerPath(prefix: string): string {
  return join(prefix, MARKER);
}

/** What `installAsterisk` finished earlier in this folder; undefined when nothing or only half of it is there. */
export async function findInPrefix(wanted: string): Promise<Installation | undefined> {
  const prefix = await reachableFolder(wanted);
  const text = await readFile(markerPath(prefix), "utf8").catch(() => undefined);
  const marker = text === undefined ? undefined : (JSON.parse(text) as PrefixMarker);
  const layout = layoutOf(prefix);
  if (marker?.format !== PREFIX_FORMAT || !layout) return undefined;
  return { version: marker.version, origin: "prefix", ...layout };
}

/** The unpacked tree runs under its own loader and libraries, whatever C library this machine has. */
export function layoutOf(
  prefix: string,
): Pick<Installation, "command" | "modulesDirectory" | "dataDirectory"> | undefined {
  const loader = ["usr/lib64/ld-linux-x86-64.so.2", "usr/lib/ld-linux-aarch64.so.1"]
    .map((path) => join(prefix, path))
    .find((path) => existsSync(path));
  const libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"]
    .map((triplet) => join(prefix, "usr/lib", triplet))
    .find((path) => existsSync(path));
  const program = join(prefix, "usr/sbin/asterisk");
  if (!loader || !libraries || !existsSync(program)) return undefined;
  return {
    command: [loader, "--library-path", libraries, program],
    modulesDirectory: join(libraries, "asterisk/modules"),
    dataDirectory: join(prefix, "usr/share/asterisk"),
  };
}

/** An Asterisk of the machine's own packages or sources, when it is new enough and complete. */
export async function findSystemAsterisk(): Promise<Installation | undefined> {
  const program = ["/usr/sbin/asterisk", "/usr/local/sbin/asterisk"].find((path) => existsSync(path));
  if (!program) return undefined;
  const modulesDirectory = [
    "/usr/lib/x86_64-linux-gnu/asterisk/modules",
    "/usr/lib/aarch64-linux-gnu/asterisk/modules",
    "/usr/lib/asterisk/modules",
    "/usr/lib64/asterisk/modules",
  ].find((path) => existsSync(join(path, "res_ari.so")));
  const dataDirectory = ["/usr/share/asterisk", "/var/lib/asterisk"].find((path) =>
    existsSync(join(path, "documentation/core-en_US.xml")),
  );
  const version = await versionOf([program]).catch(() => undefined);
  if (!modulesDirectory || !dataDirectory || !version || majorOf(version) < OLDEST_MAJOR) return undefined;
  return { version, origin: "system", command: [program], modulesDirectory, dataDirectory };
}

/** Asks the program itself; also proves that it runs on this machine. */
export async function versionOf(command: Installation["command"]): Promise<string> {
  const [program, ...first] = command;
  const { stdout } = await run(program, [...first, "-V"], { timeout: 20_000 });
  const version = /Asterisk (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (!version) throw new Error(`cannot read a version in "${stdout.trim()}"`);
  return version;
}

function majorOf(version: string): number {
  return Number(version.split(".")[0]);
}
