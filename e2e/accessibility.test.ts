import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openScreen, signIn } from "./support/browser.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let vera: RunningVera;
let browser: Browser;
before(async () => {
  vera = await startDemo({ args: ["--no-voice"] });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await vera?.stop();
  vera?.remove();
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    async (tags) =>
      await (globalThis as unknown as { axe: { run(o: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: "tag", values: tags },
      }),
    TAGS,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" · ")}`);
}

const PAGES = {
  "ines.aromo": ["/", "/tickets", "/knowledge", "/citizens"],
  "daniela.ceibal": ["/board", "/interactions", "/recordings", "/reports"],
  "alicia.itin": ["/admin"],
};

for (const scheme of ["light", "dark"] as const) {
  describe(`in the ${scheme} theme no page breaks WCAG 2.2 AA as far as axe can tell`, {
    concurrency: false,
  }, () => {
    test("sign-in", async () => {
      const { page, context } = await openScreen(browser, vera.ready.url, { scheme });
      await page.getByLabel("Usuario").waitFor();
      assert.deepEqual(await violations(page), []);
      await context.close();
    });

    test("the citizen's pages, also at 360 px, where nothing hangs out at the side", async () => {
      const { page, context } = await openScreen(browser, vera.ready.url, { scheme });
      for (const path of ["", "/answers?q=luz", "/new", "/new?service=bache", "/status?number=1"]) {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto(`${vera.ready.url}/portal/municipalidad-vera${path}`);
        assert.deepEqual(await violations(page), [], path);
        const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assert.equal(wide, false, path);
      }
      await context.close();
    });

    for (const [username, paths] of Object.entries(PAGES)) {
      test(`${username}: ${paths.join(" ")}`, async () => {
        const { page, context } = await openScreen(browser, vera.ready.url, { scheme });
        await signIn(page, { username, password: vera.ready.users[0]?.password ?? "" });
        const pages = new Set(await pagesOf(page, paths));
        for (const path of pages) {
          await page.goto(`${vera.ready.url}${path}`);
          await page.getByRole("main").first().waitFor();
          // What comes after the frame: lists, charts, the live board.
          await page.waitForTimeout(1_000);
          assert.deepEqual(await violations(page), [], path);
          // A page may lead on: each area of the administration.
          for (const area of await pagesOf(page, [])) pages.add(area);
        }
        await context.close();
      });
    }
  });
}

/** Those given, and whatever else the rail leads to. */
async function pagesOf(page: Page, given: readonly string[]): Promise<string[]> {
  const links = await page
    .locator("nav a")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  return [
    ...new Set([
      ...given.filter((path) => links.includes(path)),
      ...links.filter((path) => path.startsWith("/")),
    ]),
  ];
}
