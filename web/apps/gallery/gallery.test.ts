import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";

const SCENES = [
  "on-call",
  "listen",
  "held",
  "muted",
  "consult",
  "unknown",
  "idle",
  "offline",
  "paused",
  "offer",
  "wrap-up",
  "wrap-up-empty",
  "line-down",
  "sign-in",
  "tickets",
  "ticket",
  "knowledge",
  "citizens",
  "components",
];
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  id: string;
  help: string;
  nodes: { html: string }[];
}

describe("the desk as it is drawn", () => {
  const web = join(import.meta.dirname, "../..");
  const folder = mkdtempSync(join(tmpdir(), "vera-gallery-"));
  let server: PreviewServer;
  let browser: Browser;
  let address: string;

  before(async () => {
    const common = { configFile: join(web, "vite.config.ts"), logLevel: "silent" } as const;
    const input = { gallery: join(import.meta.dirname, "index.html") };
    await build({ ...common, build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input } } });
    server = await preview({ ...common, build: { outDir: folder }, preview: { host: "127.0.0.1", port: 0 } });
    address = server.resolvedUrls?.local[0] ?? "";
    const executablePath = CHROMIUM.find((path) => existsSync(path));
    assert.ok(executablePath, "There is no Chromium here: ./vera test installs it");
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(scene: string, width: number): Promise<{ page: Page; errors: string[] }> {
    // Without motion, so that a colour is never measured half way between two themes.
    const page = await browser.newPage({
      reducedMotion: "reduce",
      viewport: { width, height: 640 },
      locale: "es-AR",
    });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${address}apps/gallery/index.html?scene=${scene}&theme=light`, { timeout: 60_000 });
    await page.locator("h1").first().waitFor({ state: "attached", timeout: 30_000 });
    // The answers of the fake server, and what is drawn after them.
    await page.waitForTimeout(600);
    return { page, errors };
  }

  for (const scene of SCENES) {
    test(`scene "${scene}" has no finding of axe and no error, in light and dark`, async () => {
      const { page, errors } = await open(scene, 1366);
      await page.evaluate(axe);
      for (const theme of ["light", "dark"]) {
        await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
        const found = await page.evaluate<Finding[]>("axe.run(document).then((result) => result.violations)");
        const told = found.map(({ id, help, nodes }) => `${theme}: ${id}: ${help}: ${nodes[0]?.html ?? ""}`);
        assert.deepEqual([...told, ...errors], []);
      }
      await page.close();
    });
  }

  test("at 320 pixels nothing sticks out at the side, and the person is still there", async () => {
    for (const scene of ["on-call", "idle", "wrap-up"]) {
      const { page } = await open(scene, 320);
      const wide = await page.evaluate("document.scrollingElement.scrollWidth");
      assert.ok(Number(wide) <= 320, `${scene} is ${wide} wide`);
      await page.getByRole("complementary", { name: "La persona" }).scrollIntoViewIfNeeded();
      await page.close();
    }
  });
});
