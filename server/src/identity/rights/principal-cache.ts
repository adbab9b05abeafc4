import type { Clock, Platform, Principal } from "../../platform/index.ts";
import { tenantChanged } from "../../tenants/index.ts";
import { rightsChanged, sessionEnded, userChanged, userDisabled } from "../events.ts";

/**
 * How long another process may go on with what this one already knows to be over (its own news is instant).
 * Disabling a user must hold everywhere within 5 s.
 */
const FRESH_MS = 2_000;
const MAX_ENTRIES = 10_000;

/** A principal and what else its door keeper has to know. */
export interface KnownPrincipal extends Principal {
  /** Until they chose another password, nothing else is open to them. */
  readonly mustChangePassword?: boolean;
}

interface Entry {
  readonly principal: KnownPrincipal;
  readonly atMs: number;
}

/** Who stands behind a token, remembered for two seconds and forgotten at once when it changes. */
export class PrincipalCache {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: Clock;
  readonly #stop: (() => void)[];
  /** Counts forgettings: an answer read before one of them must not be remembered after it. */
  #generation = 0;

  constructor({ clock, events }: Pick<Platform, "clock" | "events">) {
    this.#clock = clock;
    this.#stop = [
      events.listen(sessionEnded, ({ data }) =>
        this.#forget((actor) => actor.kind === "user" && actor.sessionId === data.sessionId),
      ),
      events.listen(userDisabled, ({ data }) => this.#forgetUser(data.userId)),
      events.listen(userChanged, ({ data }) => this.#forgetUser(data.userId)),
      events.listen(rightsChanged, ({ data: { userId, apiKeyId } }) => {
        if (userId) this.#forgetUser(userId);
        else if (apiKeyId) this.#forget((actor) => actor.kind === "api-key" && actor.apiKeyId === apiKeyId);
        else this.#forget(() => true);
      }),
      events.listen(tenantChanged, () => this.#forget(() => true)),
    ];
  }

  async get(
    key: string,
    read: () => Promise<KnownPrincipal | undefined>,
  ): Promise<KnownPrincipal | undefined> {
    const known = this.#entries.get(key);
    if (known && this.#clock.monotonicMs() - known.atMs < FRESH_MS) return known.principal;
    const generation = this.#generation;
    const atMs = this.#clock.monotonicMs();
    const principal = await read();
    this.#entries.delete(key);
    if (principal && generation === this.#generation) this.#remember(key, { principal, atMs });
    return principal;
  }

  close(): void {
    for (const stop of this.#stop) stop();
    this.#entries.clear();
  }

  #remember(key: string, entry: Entry): void {
    const oldest = this.#entries.size >= MAX_ENTRIES ? this.#entries.keys().next().value : undefined;
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, entry);
  }

  #forgetUser(userId: string): void {
    this.#forget((actor) => actor.kind === "user" && actor.userId === userId);
  }

  #forget(matches: (actor: Principal["actor"]) => boolean): void {
    this.#generation += 1;
    for (const [key, { principal }] of this.#entries) if (matches(principal.actor)) this.#entries.delete(key);
  }
}
