import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DomainError } from "../../platform/index.ts";

const run = promisify(execFile);

const KEYRINGS = ["gpg", "pgp"].map((end) => `/usr/share/keyrings/debian-archive-keyring.${end}`);
/** Debian releases that carry Asterisk 22, the calmer one first. */
export const SUITES = ["forky", "sid"] as const;
export type Suite = (typeof SUITES)[number];

/**
 * Debian packages through apt with a state of its own: no root, nothing of the machine changes, signatures and hashes
 * are checked by apt. The mirror is the one that the machine's own apt uses.
 */
export interface PackageSource {
  /** Everything that `name` depends on, itself included. */
  closureOf(name: string): Promise<string[]>;
  /** Returns the paths of the downloaded .deb files. */
  download(packages: readonly string[]): Promise<string[]>;
}

/** Refuses with the remedy where this machine cannot fetch Debian packages. */
export async function checkDebianTools(): Promise<{ architecture: "amd64" | "arm64"; mirror: string }> {
  for (const tool of ["apt-get", "dpkg", "dpkg-deb"]) {
    if (!existsSync(`/usr/bin/${tool}`)) {
      throw unavailable(`${tool} is missing, so Asterisk cannot be unpacked here`);
    }
  }
  if (!keyring()) throw unavailable("Debian's archive keys are missing; install debian-archive-keyring");
  const { stdout: architecture } = await run("dpkg", ["--print-architecture"]);
  const name = architecture.trim();
  if (name !== "amd64" && name !== "arm64") throw unavailable(`there is no ready Asterisk for ${name}`);
  return { architecture: name, mirror: await debianMirror() };
}

async function debianMirror(): Promise<string> {
  const format = ["indextargets", "--format", "$(ORIGIN)|$(SITE)|$(RELEASE)", "Created-By: Packages"];
  const { stdout } = await run("apt-get", format).catch(() => ({ stdout: "" }));
  const sources = stdout.split("\n").map((line) => line.split("|"));
  const codename = /^(bullseye|bookworm|trixie|forky|duke|sid|stable|testing|unstable)$/;
  const site = sources.find(([, , release = ""]) => codename.test(release))?.[1];
  if (!site) throw unavailable("apt has no Debian mirror configured (/etc/apt/sources.list)");
  return site.replace(/\/$/, "");
}

export async function openPackageSource(
  state: string,
  suite: Suite,
  machine: { architecture: string; mirror: string },
): Promise<PackageSource> {
  for (const folder of ["lists/partial", "cache/archives/partial", "debs"]) {
    await mkdir(join(state, folder), { recursive: true });
  }
  await writeFile(join(state, "status"), "");
  await writeFile(
    join(state, "sources.list"),
    `deb [arch=${machine.architecture} signed-by=${keyring()}] ${machine.mirror} ${suite} main\n`,
  );
  await writeFile(join(state, "apt.conf"), aptConfiguration(state, machine.architecture));
  const debs = join(state, "debs");
  const apt = async (...args: string[]): Promise<string> => {
    const options = { env: { APT_CONFIG: join(state, "apt.conf"), PATH: "/usr/bin:/bin" }, cwd: debs };
    return (await run("apt-get", args, { ...options, maxBuffer: 16 << 20, timeout: 300_000 })).stdout;
  };
  await apt("-qq", "update");
  return {
    async closureOf(name) {
      const uris = await apt("-y", "--print-uris", "install", name);
      return [...uris.matchAll(/^'[^']*' ([^_\s]+)_/gm)].map((match) => match[1] ?? "");
    },
    async download(packages) {
      await apt("-qq", "download", ...packages);
      return (await readdir(debs)).filter((file) => file.endsWith(".deb")).map((file) => join(debs, file));
    },
  };
}

/** `apt` failing is a missing network far more often than anything else; apt's own words follow. */
export function unavailable(reason: string, cause?: unknown): DomainError {
  const remedy =
    "Install Asterisk 22 or newer by your own means and start again, or start with --no-voice to run without telephony";
  return new DomainError("unavailable", `${reason}. ${remedy}.`, { cause });
}

function keyring(): string | undefined {
  return KEYRINGS.find((path) => existsSync(path));
}

function aptConfiguration(state: string, architecture: string): string {
  return `Dir "/";
Dir::State "${state}";
Dir::State::status "${state}/status";
Dir::State::lists "${state}/lists";
Dir::Cache "${state}/cache";
Dir::Etc::sourcelist "${state}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Architecture "${architecture}";
APT::Architectures { "${architecture}"; };
APT::Install-Recommends "0";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::PDiffs "0";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
// Mirrors of a testing release are often some days past their date; signatures and hashes are checked all the same.
Acquire::Check-Valid-Until "0";
Acquire::Retries "3";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
`;
}
