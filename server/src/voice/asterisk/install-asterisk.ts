import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DomainError } from "../../platform/index.ts";
import {
  checkDebianTools,
  openPackageSource,
  type PackageSource,
  SUITES,
  type Suite,
  unavailable,
} from "./debian-packages.ts";
import {
  findInPrefix,
  findSystemAsterisk,
  type Installation,
  layoutOf,
  markerPath,
  PREFIX_FORMAT,
  type PrefixMarker,
  versionOf,
} from "./installation.ts";
import { missingLibraries } from "./missing-libraries.ts";
import { reachableFolder } from "./service-folder.ts";

const run = promisify(execFile);

export type InstallStep = "index" | "download" | "unpack" | "check";

export interface InstallOptions {
  /** Folder for our own copy, about 54 MB. Its parent must exist or be creatable. */
  readonly prefix: string;
  readonly onProgress?: (progress: { step: InstallStep; detail: string }) => void;
  /** False takes our own copy even where the machine has an Asterisk that would do. */
  readonly useSystem?: boolean;
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EACCES: "no permission to write there",
  EPERM: "no permission to write there",
  EROFS: "the disk is read-only",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
};

/** Names of the packages whose libraries the modules we load link to; numbers in names follow the release. */
const NEEDED =
  /^(asterisk|asterisk-modules|libc6|libcap2|libcrypt1|libedit2|libgcc-s1|libjansson4|libsqlite3-0|libssl3(t64)?|libstdc\+\+6|libsystemd0|liburiparser1|libuuid1|libxml2(-\d+)?|libxslt1\.1|libsrtp2-1|libopus0|libgsm1|libtinfo6|libbsd0|libmd0|libnspr4|libnss3|zlib1g|libzstd1)$/;

/**
 * Makes an Asterisk ≥ 22 available and says where it is. Invariant: `prefix` either holds a complete, proved copy or
 * is not used; the copy appears by one rename, so that an install cut anywhere is simply done again.
 */
export async function installAsterisk(given: InstallOptions): Promise<Installation> {
  const options = { ...given, prefix: await reachableFolder(given.prefix) };
  const ready =
    (await findInPrefix(options.prefix)) ??
    (options.useSystem === false ? undefined : await findSystemAsterisk());
  if (ready) return ready;
  const machine = await checkDebianTools();
  await removeLeftovers(options.prefix);
  const partial = `${options.prefix}.partial-${process.pid}`;
  await makeFolder(partial);
  try {
    const marker = await unpackInto(partial, machine, options);
    await writeFile(markerPath(partial), JSON.stringify(marker));
    await publish(partial, options.prefix);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const installed = await findInPrefix(options.prefix);
  if (!installed) throw unavailable(`the copy in ${options.prefix} is not complete`);
  return installed;
}

async function unpackInto(
  partial: string,
  machine: { architecture: "amd64" | "arm64"; mirror: string },
  { onProgress = () => undefined }: InstallOptions,
): Promise<PrefixMarker> {
  const state = join(partial, ".apt");
  onProgress({ step: "index", detail: "list of packages" });
  const { source, suite } = await firstSuite(state, machine);
  const closure = await source.closureOf("asterisk").catch((cause: unknown) => {
    throw unavailable("apt cannot resolve what Asterisk needs", cause);
  });
  const needed = closure.filter((name) => NEEDED.test(name));
  onProgress({ step: "download", detail: `${needed.length} packages` });
  await unpack(source, needed, partial);
  onProgress({ step: "check", detail: "libraries" });
  const missing = await missingLibraries(partial);
  if (missing.length > 0) {
    // A newer release links to something else: take everything that Debian says Asterisk needs.
    onProgress({ step: "download", detail: `${closure.length} packages` });
    await unpack(source, closure, partial);
  }
  await rm(state, { recursive: true });
  for (const folder of ["doc", "man", "locale", "lintian", "bug", "info"]) {
    await rm(join(partial, "usr/share", folder), { recursive: true, force: true });
  }
  return { format: PREFIX_FORMAT, version: await provedVersion(partial), suite };
}

async function firstSuite(
  state: string,
  machine: { architecture: string; mirror: string },
): Promise<{ source: PackageSource; suite: Suite }> {
  let cause: unknown;
  for (const suite of SUITES) {
    try {
      return { source: await openPackageSource(state, suite, machine), suite };
    } catch (error) {
      cause = error;
    }
  }
  throw unavailable("apt could not read Debian's list of packages; is there a network connection?", cause);
}

async function unpack(source: PackageSource, packages: readonly string[], folder: string): Promise<void> {
  const files = await source.download(packages).catch((cause: unknown) => {
    throw unavailable("apt could not download Asterisk; the connection or the mirror failed", cause);
  });
  for (const file of files) await run("dpkg-deb", ["-x", file, folder]);
}

async function provedVersion(folder: string): Promise<string> {
  const layout = layoutOf(folder);
  if (!layout) throw unavailable("the Asterisk package does not have the layout that we know");
  return await versionOf(layout.command).catch((cause: unknown) => {
    throw unavailable("the unpacked Asterisk does not run on this machine", cause);
  });
}

/** Two starts may install at once; who comes second finds a complete copy and drops its own. */
async function publish(partial: string, prefix: string): Promise<void> {
  if (await findInPrefix(prefix)) return;
  await rm(prefix, { recursive: true, force: true }); // half of an earlier layout, never a complete copy
  await rename(partial, prefix).catch(async (error: unknown) => {
    if (!(await findInPrefix(prefix))) throw error;
  });
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    const reason = REFUSALS[cause.code ?? ""] ?? `it cannot be made (${cause.code})`;
    throw new DomainError(
      "unavailable",
      `Cannot install Asterisk in ${folder}: ${reason}. Choose another --data folder.`,
      {
        cause,
      },
    );
  });
}

/** Partial folders whose process is gone. */
async function removeLeftovers(prefix: string): Promise<void> {
  const parent = dirname(prefix);
  const entries = await readdir(parent).catch(() => []);
  for (const name of entries) {
    const path = join(parent, name);
    const pid = path.startsWith(`${prefix}.partial-`) ? Number(path.split("-").at(-1)) : 0;
    if (pid > 0 && !isAlive(pid)) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
