import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** Compressed script of sign-in and agent's desk together (docs: performance marks). */
const FIRST_SCREEN_BYTES = 150_000;
/** What any other area may add. */
const AREA_BYTES = 60_000;
/** Loaded for the first screen: the page, the shell, the agent's desk, its Spanish texts. */
const FIRST_SCREEN = [
  "apps/desk/index.html",
  "apps/desk/shell/workspace.tsx",
  "apps/desk/agent/agent-desk.tsx",
  "shared/i18n/locales/es-AR/agent-desk.json",
];

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const folder = mkdtempSync(join(tmpdir(), "vera-web-"));
let chunks: Record<string, Chunk>;

before(async () => {
  await build({
    configFile: join(import.meta.dirname, "vite.config.ts"),
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: true },
  });
  chunks = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Files that must be here before these modules run. */
function closure(keys: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = chunks[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  for (const key of keys) {
    assert.ok(chunks[key], `${key} is no chunk of the build`);
    visit(key);
  }
  return files;
}

function compressed(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) {
    if (file.endsWith(".js")) bytes += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  }
  return bytes;
}

test("sign-in and the agent's desk need at most 150 kB of compressed script", () => {
  const bytes = compressed(closure(FIRST_SCREEN));
  assert.ok(bytes > 50_000, `${bytes} bytes cannot be the whole first screen`);
  assert.ok(bytes <= FIRST_SCREEN_BYTES, `${bytes} bytes`);
});

test("the telephone library is not part of the first screen", () => {
  const files = [...closure(FIRST_SCREEN)];
  assert.ok(Object.keys(chunks).some((key) => key.includes("jssip-softphone")));
  assert.ok(!files.some((file) => file.includes("jssip")));
});

test("any other page adds at most 60 kB", () => {
  const first = closure(FIRST_SCREEN);
  const pages = Object.keys(chunks).filter((key) => /apps\/desk\/[^/]+\/[^/]+-page\.tsx$/.test(key));
  assert.ok(pages.length > 2);
  for (const page of pages) {
    const added = [...closure([page])].filter((file) => !first.has(file));
    assert.ok(compressed(added) <= AREA_BYTES, `${page} adds ${compressed(added)} bytes`);
  }
});

test("the citizen's pages need at most 150 kB of compressed script, and have their style", () => {
  const files = [...closure(["apps/portal/main.ts"])];
  assert.ok(compressed(files) <= FIRST_SCREEN_BYTES, `${compressed(files)} bytes`);
  assert.ok((chunks["apps/portal/main.ts"]?.css ?? []).length > 0);
});

test("the page has no script or style inside that a strict policy would refuse", () => {
  const html = readFileSync(join(folder, "apps/desk/index.html"), "utf8");
  assert.doesNotMatch(html, /<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/);
});
