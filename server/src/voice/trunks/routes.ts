import { NewTrunk, Trunk, TrunkList, TrunkSettings } from "@vera/contracts/trunks";
import Type from "typebox";
import type { Context, Http } from "../../platform/index.ts";
import { changeTrunk, createTrunk, removeTrunk } from "./change-trunk.ts";
import { outboundRoutes } from "./outbound/routes.ts";
import { type TrunkUse, trunkUse } from "./seizures/store.ts";
import { readTrunk, readTrunks, type TrunkRow } from "./store.ts";

const tags = ["trunks"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });
const HOUR_MS = 3_600_000;

export interface TrunkRouteDeps {
  /** What Asterisk says now; null without Asterisk. */
  readonly isOnline: (trunkId: string) => boolean | null;
}

export function trunkRoutes(http: Http, deps: TrunkRouteDeps): void {
  http.route({
    method: "GET",
    url: "/api/v1/trunks",
    permission: "trunk.manage",
    summary: "Trunks with their state, live calls and answer-seizure ratio of the last hour",
    tags,
    response: TrunkList,
    handler: async (ctx) => {
      const use = await useOf(ctx);
      return { trunks: (await readTrunks(ctx)).map((trunk) => show(trunk, use, deps)) };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/trunks/:id",
    permission: "trunk.manage",
    summary: "One trunk",
    tags,
    params: Id,
    response: Trunk,
    handler: async (ctx, { params }) => show(await readTrunk(ctx, params.id), await useOf(ctx), deps),
  });
  http.route({
    method: "POST",
    url: "/api/v1/trunks",
    permission: "trunk.manage",
    summary: "Add a trunk; it works at once",
    tags,
    body: NewTrunk,
    response: Trunk,
    status: 201,
    handler: async (ctx, { body }) => show(await createTrunk(ctx, body), await useOf(ctx), deps),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/trunks/:id",
    permission: "trunk.manage",
    summary: "Change a trunk; its live calls go on",
    tags,
    params: Id,
    body: TrunkSettings,
    response: Trunk,
    handler: async (ctx, { params, body }) => {
      const trunk = await changeTrunk(ctx, { trunkId: params.id, settings: body });
      return show(trunk, await useOf(ctx), deps);
    },
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/trunks/:id",
    permission: "trunk.manage",
    summary: "Remove a trunk that no route uses; its history stays",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await removeTrunk(ctx, params.id),
  });
  outboundRoutes(http);
}

async function useOf(ctx: Context): Promise<Map<string, TrunkUse>> {
  return await trunkUse(ctx, new Date(ctx.clock.now().getTime() - HOUR_MS));
}

function show(trunk: TrunkRow, use: Map<string, TrunkUse>, { isOnline }: TrunkRouteDeps): Trunk {
  const { passwordFileId, removedAt: _, changedAt, ...shown } = trunk;
  const { calls = 0, attempts = 0, answered = 0 } = use.get(trunk.id) ?? {};
  return {
    ...shown,
    hasPassword: passwordFileId !== null,
    online: trunk.active ? isOnline(trunk.id) : null,
    calls,
    asrLastHour: attempts > 0 ? answered / attempts : null,
    changedAt: changedAt.toISOString(),
  };
}
