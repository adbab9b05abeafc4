import type { TenantScope } from "../context.ts";
import { coalesce, type PatchOp } from "./patch.ts";

/** What a room needs of a connection. */
export interface Peer {
  readonly scope: TenantScope;
  send(frame: Buffer): void;
}

/** The connections that see the same state of a topic: same key, same tenants. One frame is built for all of them. */
export class Room {
  readonly topic: string;
  readonly key: string;
  readonly scope: TenantScope;
  readonly peers = new Set<Peer>();
  #pending: PatchOp[] = [];
  #seq = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #coalesceMs: number;

  constructor(options: { topic: string; key: string; scope: TenantScope; coalesceMs: number }) {
    this.topic = options.topic;
    this.key = options.key;
    this.scope = options.scope;
    this.#coalesceMs = options.coalesceMs;
  }

  patch(ops: readonly PatchOp[]): void {
    const mine = ops.filter(
      (op) => !op.tenantId || this.scope === "system" || this.scope.includes(op.tenantId),
    );
    if (mine.length === 0) return;
    this.#pending.push(...mine);
    if (this.#coalesceMs === 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), this.#coalesceMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.length === 0) return;
    const ops = coalesce(this.#pending).map(({ path, value }) => ({ path, value }));
    this.#pending = [];
    this.#seq += 1;
    const frame = this.#frame({ type: "patch", ops });
    for (const peer of this.peers) peer.send(frame);
  }

  /** Patches that came before the snapshot was read are in it; those after it are numbered on from here. */
  snapshot(state: unknown): Buffer {
    return this.#frame({ type: "snapshot", state });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #frame(body: object): Buffer {
    return Buffer.from(JSON.stringify({ ...body, topic: this.topic, key: this.key, seq: this.#seq }));
  }
}
