import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { testInstallation } from "../testing/test-asterisk.ts";
import { installAsterisk } from "./install-asterisk.ts";
import { findInPrefix, layoutOf, markerPath, PREFIX_FORMAT, versionOf } from "./installation.ts";
import { missingLibraries } from "./missing-libraries.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "vera-install-"));
  await chmod(folder, 0o755); // a private one would be replaced by one that nobody can reach
});
after(() => rm(folder, { recursive: true, force: true }));

/** A copy that is complete by its marker, without 54 MB of copying. */
async function finished(prefix: string, marker: object): Promise<void> {
  const { command } = await testInstallation();
  const source = String(command[3]).replace(/\/usr\/sbin\/asterisk$/, "");
  await mkdir(prefix, { recursive: true });
  await symlink(join(source, "usr"), join(prefix, "usr"));
  await writeFile(markerPath(prefix), JSON.stringify(marker));
}

test("the unpacked Asterisk runs under its own loader and lacks no library of the modules we load", async () => {
  const installation = await testInstallation();
  assert.ok(Number(installation.version.split(".")[0]) >= 22);
  assert.equal(await versionOf(installation.command), installation.version);
  if (installation.origin === "prefix") {
    const prefix = String(installation.command[3]).replace(/\/usr\/sbin\/asterisk$/, "");
    assert.deepEqual(await missingLibraries(prefix), []);
  }
});

test("a finished install is used as it is, at once", async () => {
  const prefix = join(folder, "done");
  await finished(prefix, { format: PREFIX_FORMAT, version: "22.10.1", suite: "forky" });
  const found = await installAsterisk({ prefix, useSystem: false });
  assert.equal(found.version, "22.10.1");
});

test("half an install, one of an older make and one without its marker are not taken for a whole one", async () => {
  const half = join(folder, "half");
  await mkdir(join(half, "usr/sbin"), { recursive: true });
  await writeFile(join(half, "usr/sbin/asterisk"), "");
  assert.equal(await findInPrefix(half), undefined);
  assert.equal(layoutOf(half), undefined);
  const old = join(folder, "old");
  await finished(old, { format: PREFIX_FORMAT - 1, version: "22.0.0", suite: "forky" });
  assert.equal(await findInPrefix(old), undefined);
});

test("a half-finished install is done again, from the network, and leaves no rest", async (t) => {
  const prefix = join(folder, "again");
  await mkdir(join(prefix, "usr"), { recursive: true });
  await writeFile(join(prefix, "usr/rest"), "of the last time");
  const dead = `${prefix}.partial-999999999`;
  await mkdir(dead);
  await utimes(dead, new Date(0), new Date(0));
  const steps: string[] = [];
  try {
    const installed = await installAsterisk({
      prefix,
      useSystem: false,
      onProgress: ({ step }) => {
        if (steps.at(-1) !== step) steps.push(step);
      },
    });
    assert.equal(installed.origin, "prefix");
  } catch (error) {
    // Without a network the test has still proved that the message helps and that nothing half is left.
    assert.match(String(error), /--no-voice/);
    t.diagnostic(`no network: ${String(error)}`);
    assert.equal(await findInPrefix(prefix), undefined);
    return;
  }
  assert.deepEqual(steps, ["index", "download", "check"]);
  await assert.rejects(stat(join(prefix, "usr/rest")), /ENOENT/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes("partial")),
    [],
  );
});

test("a folder that cannot be made is told with what to do", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  await assert.rejects(
    installAsterisk({ prefix: join(file, "asterisk"), useSystem: false }),
    /Cannot install Asterisk in .*Choose another --data folder/,
  );
});
