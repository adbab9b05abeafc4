import type { AgentDesk } from "@vera/contracts/routing";
import type { CallsState, LiveCall } from "@vera/contracts/voice";
import type { Browser, Page } from "playwright-core";
import { containsTone, describeSound } from "../../server/src/voice/user-agent/tones.ts";
import { ApiSession } from "./api-session.ts";
import { openScreen, signIn } from "./browser.ts";
import { listen, rememberPeers } from "./browser-ears.ts";
import type { RunningVera } from "./running-vera.ts";
import { waitFor } from "./wait-for.ts";

/** The jitter buffer of a browser, and what listen() looks back. */
const ON_ITS_WAY_MS = 1_000;

/** An agent at the desk, in a real browser, with a headset whose microphone plays a known tone. */
export class AgentScreen {
  readonly page: Page;
  /** A second login of the same person, without a telephone: sees what their desk is told. */
  readonly api: ApiSession;
  readonly errors: readonly string[];

  private constructor(page: Page, api: ApiSession, errors: readonly string[]) {
    this.page = page;
    this.api = api;
    this.errors = errors;
  }

  /** Signs in, waits for the telephone to be registered, and is ready for calls. */
  static async open(browser: Browser, vera: RunningVera, username: string): Promise<AgentScreen> {
    const user = vera.ready.users.find((known) => known.username === username);
    if (!user) throw new Error(`The demonstration has no ${username}`);
    const { page, errors } = await openScreen(browser, vera.ready.url, { prepare: rememberPeers });
    await signIn(page, user);
    const api = await ApiSession.signIn(vera.ready.url, user);
    const screen = new AgentScreen(page, api, errors);
    await screen.waitForPhone();
    return screen;
  }

  /** After a restart: the page says of itself that nothing is lost any more. */
  async isBack(): Promise<void> {
    const notices = this.page.getByRole("complementary", { name: "Avisos" });
    await waitFor(async () => !(await notices.innerText()).includes("Reintentando"), {
      what: "a desk and a telephone that are connected again",
      timeoutMs: 40_000,
    });
    await this.waitForPhone();
  }

  async waitForPhone(): Promise<void> {
    await this.#calls(({ phone }) => phone.registered, "a registered telephone", 30_000);
  }

  /** Chooses "Listo", unless it is chosen already; somebody who waits may ring at once. */
  async ready(): Promise<void> {
    const state = async (): Promise<string> => (await this.api.get<AgentDesk>("/agent/state")).body.state;
    if ((await state()) !== "ready") await this.page.getByRole("button", { name: "Ponerme listo" }).click();
    await waitFor(async () => (await state()) === "ready", { what: "the state ready" });
  }

  /** At once, or after what is in hand. */
  async pause(): Promise<void> {
    const { body } = await this.api.get<{ items: { code: string; system: boolean }[] }>("/pause-reasons");
    const reason = body.items.find(({ system }) => !system)?.code;
    const { status } = await this.api.put("/agent/state", { state: "paused", reason });
    if (status !== 200) throw new Error(`no pause: ${status}`);
  }

  /** The card of an offer is on the screen. */
  async rings(timeoutMs = 20_000): Promise<void> {
    await this.#offer().waitFor({ timeout: timeoutMs });
  }

  /** Takes what rings, or will ring. */
  async accept(timeoutMs = 20_000): Promise<void> {
    await this.#offer().click({ timeout: timeoutMs });
    await this.bar("Finalizar").waitFor({ timeout: timeoutMs });
  }

  /** A button of the call bar. */
  bar(name: string) {
    return this.page.getByRole("toolbar", { name: "Control de la llamada" }).getByRole("button", { name });
  }

  /** A button of the second line, with whom I consult. */
  consultLine(name: string) {
    return this.page.getByRole("region", { name: "Consulta" }).getByRole("button", { name });
  }

  /** Opens Consultar or Transferir and picks who is named so. */
  async pick(
    purpose: "Consultar" | "Transferir",
    target: { name: string } | { number: string },
  ): Promise<void> {
    await this.bar(purpose).click();
    const dialog = this.page.getByRole("dialog");
    const isNumber = "number" in target;
    await dialog.getByRole("searchbox").fill(isNumber ? target.number : target.name);
    const name = isNumber ? "Llamar al" : target.name;
    await dialog.getByRole("button", { name }).first().click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Calls a number by the search box, as an agent does. */
  async dialOut(number: string): Promise<void> {
    await this.page.getByRole("button", { name: "Buscar ciudadano, ticket o artículo" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Buscar" });
    await dialog.getByRole("combobox").fill(number);
    await dialog.getByRole("option", { name: /Llamar al/ }).click();
  }

  /** Presses keys in the keypad's dialog. */
  async press(keys: string): Promise<void> {
    await this.bar("Teclado").click();
    const dialog = this.page.getByRole("dialog", { name: "Teclado" });
    for (const key of keys) await dialog.getByRole("button", { name: key, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }

  /** Waits until one of my live calls is so. */
  async call(holds: (call: LiveCall) => boolean, what: string): Promise<LiveCall> {
    const { calls } = await this.#calls((state) => Object.values(state.calls).some(holds), what, 15_000);
    const found = Object.values(calls).find(holds);
    if (!found) throw new Error(`no call with ${what}`);
    return found;
  }

  /** Nothing rings, nobody talks. */
  async isFree(): Promise<void> {
    await this.#calls(({ calls }) => Object.keys(calls).length === 0, "no call", 10_000);
  }

  /** Waits until this tone comes out of the headset. */
  async hears(hertz: number, timeoutMs = 8_000): Promise<void> {
    let last: Int16Array = new Int16Array();
    await waitFor(
      async () => {
        last = await listen(this.page);
        return containsTone(last, hertz);
      },
      { timeoutMs, what: () => `${hertz} Hz in the headset, but ${describeSound(last)}` },
    );
  }

  /** What was on its way may still come; then for so long the tone must not come once. */
  async hearsNo(hertz: number, milliseconds = 1_500): Promise<void> {
    await this.page.waitForTimeout(ON_ITS_WAY_MS);
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (containsTone(await listen(this.page), hertz))
        throw new Error(`${hertz} Hz came out of the headset`);
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #calls(holds: (state: CallsState) => boolean, what: string, timeoutMs: number): Promise<CallsState> {
    const topic = await this.api.follow<CallsState>("calls");
    try {
      return await topic.until(holds, timeoutMs, what);
    } finally {
      topic.close();
    }
  }

  #offer() {
    return this.page
      .getByRole("region", { name: "Contacto que suena" })
      .getByRole("button", { name: /Atender/ })
      .first();
  }
}
