import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { AgentScreen } from "./agent-screen.ts";
import { ApiSession } from "./api-session.ts";
import { openBrowser } from "./browser.ts";
import { Centre } from "./centre.ts";
import { hangUpAll } from "./citizen.ts";
import { microphoneTone } from "./microphone.ts";
import { type RunningVera, restart, startDemo } from "./running-vera.ts";

export const AGENT_HERTZ = 1_000;

/** The demonstration with one agent at her desk, whose voice is a tone, and a supervisor's session. No wrap-up. */
export class StaffedDemo {
  /** Another one after each restart. */
  vera: RunningVera;
  readonly agent: AgentScreen;
  readonly supervisor: ApiSession;
  readonly #browser: Browser;
  readonly #sounds: string;

  private constructor(
    vera: RunningVera,
    people: { agent: AgentScreen; supervisor: ApiSession },
    rest: { browser: Browser; sounds: string },
  ) {
    this.vera = vera;
    this.agent = people.agent;
    this.supervisor = people.supervisor;
    this.#browser = rest.browser;
    this.#sounds = rest.sounds;
  }

  static async open(): Promise<StaffedDemo> {
    const sounds = mkdtempSync(join(tmpdir(), "vera-e2e-sounds-"));
    const [vera, browser] = await Promise.all([
      startDemo(),
      openBrowser({ microphone: microphoneTone(sounds, AGENT_HERTZ) }),
    ]);
    try {
      await new Centre(vera).withoutWrapUp();
      const password = vera.ready.users[0]?.password ?? "";
      const supervisor = await ApiSession.signIn(vera.ready.url, { username: "daniela.ceibal", password });
      const agent = await AgentScreen.open(browser, vera, "ines.aromo");
      return new StaffedDemo(vera, { agent, supervisor }, { browser, sounds });
    } catch (error) {
      await browser.close();
      await vera.stop();
      throw error;
    }
  }

  async killAndRestart(meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
    await this.vera.kill();
    await meanwhile();
    this.vera = await restart(this.vera);
  }

  async close(): Promise<void> {
    await hangUpAll();
    await this.#browser.close();
    await this.vera.stop();
    this.vera.remove();
    rmSync(this.#sounds, { recursive: true, force: true });
  }
}
