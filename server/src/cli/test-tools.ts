import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { runProgram } from "../processes/run-program.ts";

/** Debian packages of programs that journeys use, and a program that tells whether each is there. */
const TOOLS = [
  { program: "chromium", package: "chromium" },
  { program: "sipp", package: "sip-tester" },
];

/** Installs what is missing with apt, as root or through sudo; otherwise says what to install. */
export async function installTestTools(say: (text: string) => void): Promise<void> {
  const missing = TOOLS.filter(({ program }) => !isInstalled(program)).map((tool) => tool.package);
  if (missing.length === 0) return;
  const names = missing.join(" ");
  say(`vera: installing ${names} for the tests ...`);
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const failed =
    (await apt([...sudo, "apt-get", "update", "-qq"])) ??
    (await apt([...sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", ...missing]));
  const stillMissing = TOOLS.filter(({ program }) => !isInstalled(program)).map((tool) => tool.package);
  if (stillMissing.length > 0) {
    throw new Error(
      `The tests need ${stillMissing.join(" and ")}: apt-get install ${names}\n${failed ?? ""}`,
    );
  }
}

function isInstalled(program: string): boolean {
  const folders = ["/usr/bin", "/usr/local/bin", "/usr/sbin", ...pathFolders()];
  return folders.some((folder) => existsSync(join(folder, program)));
}

function pathFolders(): string[] {
  // biome-ignore lint/style/noProcessEnv: PATH is the machine's, not a setting of Vera
  return (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
}

async function apt([program = "", ...args]: readonly string[]): Promise<string | undefined> {
  // biome-ignore lint/style/noProcessEnv: apt asks questions unless told not to
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return await runProgram(program, args, { env });
}
