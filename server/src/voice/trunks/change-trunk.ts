import type { NewTrunk, TrunkSettings } from "@vera/contracts/trunks";
import {
  audit,
  type Context,
  DomainError,
  emit,
  type FileId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { trunkChanged } from "./events.ts";
import { readTrunk, routesOverTrunk, saveTrunk, type TrunkRow, trunkNameTaken } from "./store.ts";
import { endpointOfTrunk } from "./trunk-objects.ts";

export async function createTrunk(ctx: Context, { tenantId, ...settings }: NewTrunk): Promise<TrunkRow> {
  inScope(ctx, tenantId as TenantId);
  const place = { id: ctx.ids.uuid(), tenantId: tenantId as TenantId, passwordFileId: null };
  return await write(ctx, { place, settings, action: "trunk.created" });
}

/** An absent password keeps the stored one. */
export async function changeTrunk(
  ctx: Context,
  { trunkId, settings }: { trunkId: string; settings: TrunkSettings },
): Promise<TrunkRow> {
  const place = await readTrunk(ctx, trunkId);
  return await write(ctx, { place, settings, action: "trunk.changed" });
}

/** Its seizures keep its name; no call comes or goes over it any more. */
export async function removeTrunk(ctx: Context, trunkId: string): Promise<void> {
  const trunk = await readTrunk(ctx, trunkId);
  const routes = await routesOverTrunk(ctx, trunkId);
  if (routes.length > 0) {
    throw new DomainError(
      "conflict",
      `Trunk ${trunk.name} serves ${routes.join(", ")}; take it out there first`,
      {
        key: "trunkInUse",
        params: { routes: routes.join(", ") },
      },
    );
  }
  const now = ctx.clock.now();
  await saveTrunk(ctx, { ...trunk, active: false, passwordFileId: null, removedAt: now, changedAt: now });
  if (trunk.passwordFileId) await ctx.platform.files.remove(ctx, trunk.passwordFileId);
  await tell(ctx, trunk, "trunk.removed");
}

/** Only for pushing it to Asterisk. */
export async function passwordOf(ctx: Context, trunk: TrunkRow): Promise<string | null> {
  if (!trunk.passwordFileId) return null;
  const file = await ctx.platform.files.open(ctx, trunk.passwordFileId);
  return (await file.buffer()).toString("utf8");
}

interface Write {
  readonly place: Pick<TrunkRow, "id" | "tenantId" | "passwordFileId">;
  readonly settings: TrunkSettings;
  readonly action: "trunk.created" | "trunk.changed";
}

async function write(ctx: Context, { place, settings, action }: Write): Promise<TrunkRow> {
  const { password, ...shown } = settings;
  refuseIncomplete(settings, { hasPassword: password !== undefined || place.passwordFileId !== null });
  const { id, tenantId } = place;
  if (await trunkNameTaken(ctx, { id, tenantId, name: shown.name })) {
    throw new DomainError("conflict", `There is a trunk "${shown.name}" already`, { key: "trunkNameTaken" });
  }
  const passwordFileId = await keepPassword(ctx, place, password);
  // An exchange that registers here does so by the trunk's name in Asterisk; nobody chooses it.
  const username = shown.kind === "account" ? endpointOfTrunk(id) : shown.username;
  const trunk = {
    ...shown,
    username,
    id,
    tenantId,
    passwordFileId,
    changedAt: ctx.clock.now(),
    removedAt: null,
  };
  await saveTrunk(ctx, trunk);
  await tell(ctx, trunk, action);
  return trunk;
}

async function keepPassword(
  ctx: Context,
  { tenantId, passwordFileId }: Write["place"],
  password: string | undefined,
): Promise<FileId | null> {
  if (password === undefined) return passwordFileId;
  if (passwordFileId) await ctx.platform.files.remove(ctx, passwordFileId);
  const body = Buffer.from(password, "utf8");
  return (await ctx.platform.files.put(ctx, { tenantId, contentType: "text/plain", body })).id;
}

function refuseIncomplete(settings: TrunkSettings, { hasPassword }: { hasPassword: boolean }): void {
  const { kind, host, username, addresses } = settings;
  const missing = [
    kind !== "account" && !host && "the host that calls are sent to",
    kind === "register" && !username && "the user name",
    kind !== "address" && !hasPassword && "the password",
    kind === "address" && addresses.length === 0 && "at least one address that its calls come from",
  ].filter((text) => text !== false);
  if (missing.length > 0) {
    throw new DomainError("invalid", `This trunk lacks ${missing.join(" and ")}`, { key: "trunkIncomplete" });
  }
  // 0.0.0.0/0 would make everybody on the network a carrier whose calls are trusted.
  const wide = addresses.find((address) => Number(address.split("/")[1] ?? 32) < 16);
  if (wide)
    throw new DomainError("invalid", `${wide} is too wide a network to trust`, { key: "trunkTooWide" });
}

async function tell(ctx: Context, trunk: TrunkRow, action: string): Promise<void> {
  const { id, tenantId, name, kind } = trunk;
  await audit(ctx, { action, tenantId, subject: { kind: "trunk", id }, detail: { name, kind } });
  await emit(ctx, trunkChanged, { tenantId, key: id, data: {} });
}
