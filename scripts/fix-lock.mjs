// npm leaves the platform builds that a registry lacks out of package-lock.json, and `npm ci` then refuses the lock
// (npm/cli#9342). This adds a stub for each: exact version, os and cpu guessed from the name, optional.
// Run after every dependency change: node scripts/fix-lock.mjs
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = "package-lock.json";
const OS = { windows: "win32", win: "win32" };
const lock = JSON.parse(readFileSync(LOCK, "utf8"));

function platformOf(name) {
  const os = /(darwin|linux|win32|windows|win|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)/.exec(
    name,
  )?.[1];
  const cpu = /(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|wasm32|mips64el)/.exec(name)?.[1];
  return { ...(os && { os: [OS[os] ?? os] }), ...(cpu && { cpu: [cpu] }) };
}

/** Node's own look-up: beside the package, then in each folder above it. */
function isLocked(from, name) {
  for (let base = from; ; base = base.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base.includes("node_modules/")) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const version = /^[\^~]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
    if (!version) throw new Error(`${path} wants ${name}@${range}: no exact version to write into the lock`);
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
    added += 1;
  }
}
if (added > 0) writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform entries added to ${LOCK}\n`);
