import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { dropOldest, FailureCount } from "./count-failures.ts";
import { hearFailedLogins } from "./failed-logins.ts";
import { BANS_FILE } from "./pjsip-config.ts";
import type { AsteriskInstance } from "./supervise.ts";

const BANNED_MS = 60 * 60_000;
/** Asterisk reads the list for every SIP message: the oldest go. */
const MOST_BANS = 1_000;
/** Bans that come together are one reload. */
const GATHER_MS = 200;
const LIFT_EVERY_MS = 60_000;

export interface GuardOptions {
  readonly asterisk: Pick<AsteriskInstance, "manager" | "directory">;
  readonly ari: Ari;
  readonly log: Logger;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Our own machine and the lines' other sides are never banned. */
  readonly isTrusted: (address: string) => Promise<boolean>;
}

/**
 * Whoever fails to prove themselves by SIP ten times in ten minutes is refused everything (403) for an hour: Asterisk itself
 * lets them guess for ever. The list is a file that it reads; it outlives a crash of Asterisk and not a start of ours.
 */
export class GuesserBans {
  readonly #options: GuardOptions;
  readonly #failures = new FailureCount();
  readonly #bannedUntil = new Map<string, number>();
  readonly #stopHearing: () => void;
  readonly #lifting: NodeJS.Timeout;
  #writing: NodeJS.Timeout | undefined;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#stopHearing = hearFailedLogins(
      () => options.asterisk.manager,
      (address) => this.#failed(address),
    );
    this.#lifting = setInterval(() => this.lift(), LIFT_EVERY_MS).unref();
    void this.#forgetFormer();
  }

  get banned(): readonly string[] {
    return [...this.#bannedUntil.keys()];
  }

  /** Bans that are over end. */
  lift(): void {
    const now = this.#options.now();
    const over = [...this.#bannedUntil].filter(([, until]) => until <= now);
    for (const [address] of over) this.#bannedUntil.delete(address);
    if (over.length > 0) this.#writeSoon();
  }

  close(): void {
    this.#stopHearing();
    clearInterval(this.#lifting);
    clearTimeout(this.#writing);
  }

  /** An Asterisk that outlived the last process of ours still has its list, and nobody knows until when. */
  async #forgetFormer(): Promise<void> {
    const former = await readFile(this.#file, "utf8").catch(() => ""); // none: an older release's Asterisk
    if (former !== "") this.#writeSoon();
  }

  get #file(): string {
    return join(this.#options.asterisk.directory, "etc", BANS_FILE);
  }

  #failed(address: string): void {
    if (!this.#failures.isTooMany(address, this.#options.now())) return;
    this.#ban(address).catch((err: unknown) =>
      this.#options.log.error({ err }, "who guesses SIP passwords could not be banned"),
    );
  }

  async #ban(address: string): Promise<void> {
    if (await this.#options.isTrusted(address)) return;
    this.#bannedUntil.set(address, this.#options.now() + BANNED_MS);
    dropOldest(this.#bannedUntil, MOST_BANS);
    this.#options.log.warn({ address, minutes: BANNED_MS / 60_000 }, "banned: ten SIP logins failed");
    this.#writeSoon();
  }

  #writeSoon(): void {
    this.#writing ??= setTimeout(() => {
      this.#writing = undefined;
      this.#write().catch((err: unknown) =>
        this.#options.log.error({ err }, "the list of banned addresses did not reach Asterisk"),
      );
    }, GATHER_MS).unref();
  }

  async #write(): Promise<void> {
    const denials = this.banned.map((address) => `deny=${address}\n`).join("");
    const text = denials === "" ? "" : `[vera-bans]\ntype=acl\n${denials}`;
    // In place: the file belongs to the user that Asterisk runs as.
    await writeFile(this.#file, text);
    // Reads the file; telephones and lines live in memory and are not touched, nor are calls.
    await this.#options.ari.call("PUT /asterisk/modules/{moduleName}", { moduleName: "res_pjsip.so" });
  }
}
