import { asSystem, type Logger, type Platform } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { passwordOf } from "./change-trunk.ts";
import { findTrunk, readTrunks, type TrunkRow } from "./store.ts";
import {
  codeOfEndpoint,
  endpointOfTrunk,
  heldVersion,
  putTrunk,
  removeTrunk,
  type TrunkLine,
  versionOf,
} from "./trunk-objects.ts";

/**
 * Keeps Asterisk's trunks what the database says: at start, after Asterisk lost its memory, and on each change. What it
 * already holds in the same version is left alone, so that registrations and their timers live on.
 */
export class TrunkKeeper {
  readonly #platform: Platform;
  readonly #lines: Ari;
  readonly #log: Logger;
  /** By name in Asterisk. */
  readonly #online = new Map<string, boolean>();
  #turn: Promise<void> = Promise.resolve();

  constructor({ platform, lines, log }: { platform: Platform; lines: Ari; log: Logger }) {
    this.#platform = platform;
    this.#lines = lines;
    this.#log = log;
    lines.on("EndpointStateChange", ({ endpoint }) => this.#heard(endpoint.resource, endpoint.state));
  }

  /** Whether the other side answers our questions; null while nobody knows. */
  isOnline(trunkId: string): boolean | null {
    return this.#online.get(endpointOfTrunk(trunkId)) ?? null;
  }

  all(): Promise<void> {
    return this.#inTurn(async () => {
      const trunks = await asSystem(this.#platform, "voice", (ctx) => readTrunks(ctx));
      for (const { id } of trunks) await this.#bring(id);
    });
  }

  one(trunkId: string): Promise<void> {
    return this.#inTurn(() => this.#bring(trunkId));
  }

  async #bring(trunkId: string): Promise<void> {
    const line = await this.#read(trunkId);
    const held = await heldVersion(this.#lines, trunkId);
    if (!line) {
      this.#online.delete(endpointOfTrunk(trunkId));
      if (held !== undefined) await removeTrunk(this.#lines, trunkId);
      return;
    }
    if (held !== versionOf(line)) await putTrunk(this.#lines, line);
    await this.#listen(trunkId);
  }

  /** Undefined: Asterisk should not have it. */
  async #read(trunkId: string): Promise<TrunkLine | undefined> {
    return await asSystem(this.#platform, "voice", async (ctx) => {
      const trunk = await findTrunk(ctx, trunkId);
      if (!trunk?.active || trunk.removedAt) return undefined;
      return lineOf(trunk, await passwordOf(ctx, trunk));
    });
  }

  /** Its channels' news, and its comings and goings. Repeating it does no harm. */
  async #listen(trunkId: string): Promise<void> {
    const resource = endpointOfTrunk(trunkId);
    const eventSource = `endpoint:PJSIP/${resource}`;
    const applicationName = this.#lines.app;
    await this.#lines.call("POST /applications/{applicationName}/subscription", {
      applicationName,
      eventSource,
    });
    const endpoint = await this.#lines.call("GET /endpoints/{tech}/{resource}", { tech: "PJSIP", resource });
    this.#heard(resource, endpoint.state);
  }

  #heard(resource: string, state: string | undefined): void {
    if (codeOfEndpoint(resource) === undefined) return;
    if (state === "online" || state === "offline") this.#online.set(resource, state === "online");
    else this.#online.delete(resource);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn
      .then(work)
      .catch((err: unknown) => this.#log.error({ err }, "Asterisk's trunks could not be brought up to date"));
    return this.#turn;
  }
}

function lineOf(trunk: TrunkRow, password: string | null): TrunkLine {
  const { id, kind, host, port, transport, username, addresses } = trunk;
  return { id, kind, host, port, transport, username, password, addresses };
}
