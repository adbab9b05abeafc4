import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium with a false microphone that plays `microphone` (a WAV) over and over, or its own beep. */
export async function openBrowser(options: { readonly microphone?: string } = {}): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error("There is no Chromium here: ./vera test installs it");
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-quic",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--allow-loopback-in-peer-connection",
      "--disable-background-timer-throttling",
      "--disable-renderer-backgrounding",
      ...(options.microphone ? [`--use-file-for-fake-audio-capture=${options.microphone}`] : []),
    ],
  });
}

export interface Screen {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page so far; a journey asserts that there are none. */
  readonly errors: string[];
}

interface ScreenOptions {
  readonly scheme?: "light" | "dark";
  /** Before the page loads. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A window of the smallest desk that is supported. */
export async function openScreen(
  browser: Browser,
  url: string,
  { scheme = "light", prepare }: ScreenOptions = {},
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "es-AR",
    timezoneId: "America/Argentina/Buenos_Aires",
    colorScheme: scheme,
  });
  await context.grantPermissions(["microphone"], { origin: new URL(url).origin });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await prepare?.(page);
  await page.goto(url);
  return { context, page, errors };
}

export async function signIn(
  page: Page,
  user: { readonly username: string; readonly password: string },
): Promise<void> {
  await page.getByLabel("Usuario").fill(user.username);
  await page.getByLabel("Contraseña", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Ingresar" }).click();
  await page.getByRole("navigation", { name: "Secciones" }).waitFor();
}
