import type { Context, Platform, TenantScope } from "../context.ts";
import { inTransaction } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { RoutePermission } from "../http/http.ts";
import { authorise, type Principal } from "../http/principal.ts";
import type { PatchOp } from "./patch.ts";
import { type Peer, Room } from "./room.ts";

export interface Topic {
  readonly name: string;
  readonly permission: RoutePermission;
  /** The whole state for a key, read in a transaction of the subscriber's scope. */
  readonly snapshot: (ctx: Context, key: string, principal: Principal) => Promise<unknown>;
  /** Milliseconds over which patches are gathered into one frame; 0 sends at once. */
  readonly coalesceMs: number;
}

/** Live screens: a snapshot, then numbered patches; who misses a number asks for a new snapshot. */
export class Realtime {
  readonly #topics = new Map<string, Topic>();
  /** topic → key → scope → room */
  readonly #rooms = new Map<string, Map<string, Map<string, Room>>>();
  readonly #presence: ((change: PresenceChange) => void)[] = [];
  readonly #connections = new Set<LiveConnection>();
  #platform: Platform | undefined;

  attach(platform: Platform): void {
    this.#platform = platform;
  }

  topic(topic: Topic): void {
    this.#topics.set(topic.name, topic);
  }

  patch(topic: string, key: string, ops: readonly PatchOp[]): void {
    for (const room of this.#rooms.get(topic)?.get(key)?.values() ?? []) room.patch(ops);
  }

  /** Joins the peer to its room and sends it the snapshot; the returned function leaves. */
  async subscribe(peer: Peer, principal: Principal, name: string, requestedKey: string): Promise<() => void> {
    const topic = this.#topics.get(name);
    if (!topic || !this.#platform) throw new DomainError("not-found", `There is no topic "${name}"`);
    const scope = authorise(principal, topic.permission);
    const key = ownKey(topic, requestedKey, principal);
    const room = this.#room(topic, requestedKey === "me" ? key : requestedKey, scope);
    // Joined before the snapshot is read: a patch that overtakes it is applied twice, never lost.
    room.flush();
    room.peers.add(peer);
    const leave = (): void => this.#leave(room, peer);
    try {
      const who = { actor: principal.actor, scope };
      const state = await inTransaction(this.#platform, who, (ctx) => topic.snapshot(ctx, key, principal));
      peer.send(room.snapshot(state));
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Tells when a user's first screen opens and when the last one is gone. */
  onPresence(listener: (change: PresenceChange) => void): void {
    this.#presence.push(listener);
  }

  connected(connection: LiveConnection): void {
    const first = !this.#isPresent(connection.principal);
    this.#connections.add(connection);
    if (first) this.#tell(connection.principal, true);
  }

  disconnected(connection: LiveConnection): void {
    if (!this.#connections.delete(connection)) return;
    if (!this.#isPresent(connection.principal)) this.#tell(connection.principal, false);
  }

  /** Ends the live screens of a login that was signed out or of a user who was disabled. */
  end(matches: (principal: Principal) => boolean): void {
    for (const connection of this.#connections) if (matches(connection.principal)) connection.close();
  }

  isPresent(userId: string): boolean {
    return [...this.#connections].some(({ principal }) => principal.userId === userId);
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
    for (const keys of this.#rooms.values()) {
      for (const scopes of keys.values()) for (const room of scopes.values()) room.close();
    }
  }

  #isPresent({ userId }: Principal): boolean {
    return userId !== null && this.isPresent(userId);
  }

  #tell({ userId }: Principal, present: boolean): void {
    if (userId === null) return;
    for (const listener of this.#presence) listener({ userId, present });
  }

  #room(topic: Topic, key: string, scope: TenantScope): Room {
    const keys = getOrAdd(this.#rooms, topic.name, () => new Map<string, Map<string, Room>>());
    const scopes = getOrAdd(keys, key, () => new Map<string, Room>());
    const label = scope === "system" ? scope : [...scope].sort().join();
    return getOrAdd(
      scopes,
      label,
      () => new Room({ topic: topic.name, key, scope, coalesceMs: topic.coalesceMs }),
    );
  }

  #leave(room: Room, peer: Peer): void {
    room.peers.delete(peer);
    if (room.peers.size > 0) return;
    room.close();
    const scopes = this.#rooms.get(room.topic)?.get(room.key);
    for (const [label, other] of scopes ?? []) if (other === room) scopes?.delete(label);
    if (scopes?.size === 0) this.#rooms.get(room.topic)?.delete(room.key);
  }
}

export interface PresenceChange {
  readonly userId: string;
  readonly present: boolean;
}

export interface LiveConnection {
  readonly principal: Principal;
  close(): void;
}

/** "me" stands for the caller's own id; a topic of one's own is open to nobody else. */
function ownKey(topic: Topic, key: string, principal: Principal): string {
  if (key === "me") return principal.userId ?? "";
  if (topic.permission === "signed-in" && key !== principal.userId) {
    throw new DomainError("forbidden", "This topic is somebody else's");
  }
  return key;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const made = make();
  map.set(key, made);
  return made;
}
