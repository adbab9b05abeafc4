import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PortalAssets } from "./page.ts";

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
}

/** Where the build put the portal's style and script. */
export function portalAssets(webDist: string): PortalAssets {
  const manifest = join(webDist, ".vite/manifest.json");
  if (!existsSync(manifest)) return { styles: [], script: null };
  const chunks = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Chunk>;
  const entry = chunks["apps/portal/main.ts"];
  if (!entry) return { styles: [], script: null };
  return { styles: (entry.css ?? []).map((file) => `/${file}`), script: `/${entry.file}` };
}
