import { createHmac, timingSafeEqual } from "node:crypto";
import type { Platform, TenantId } from "../platform/index.ts";

/** Nobody fills in a form faster; programs do. */
const LEAST_MS = 3_000;
const MOST_MS = 4 * 3_600_000;

/**
 * What a form carries to prove when and for which organism it was opened, without cookies and without third parties. The
 * secret lives as long as the program: a form opened before a restart is shown again with what was written.
 */
export class FormTokens {
  readonly #platform: Platform;
  readonly #secret: string;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#secret = platform.ids.randomToken(32);
  }

  make(tenantId: TenantId): string {
    const body = `${this.#platform.clock.now().getTime()}.${this.#platform.ids.randomToken(12)}`;
    return `${body}.${this.#sign(tenantId, body)}`;
  }

  /** The form's own name, the same when it is sent twice; undefined where it is false, too fast or too old. */
  read(tenantId: TenantId, token: string): string | undefined {
    const [at = "", nonce = "", signature = ""] = token.split(".");
    const right = Buffer.from(this.#sign(tenantId, `${at}.${nonce}`));
    const given = Buffer.from(signature);
    if (right.length !== given.length || !timingSafeEqual(right, given)) return undefined;
    const age = this.#platform.clock.now().getTime() - Number(at);
    return age >= LEAST_MS && age <= MOST_MS ? nonce : undefined;
  }

  #sign(tenantId: TenantId, body: string): string {
    return createHmac("sha256", this.#secret).update(`${tenantId}.${body}`).digest("base64url");
  }
}
