import type { TenantId } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { id } from "./replayed-day.ts";

/** Queue "agua" with T 20 and t₀ 5, queue "salud" with T 30; agents "ines", "bruno" and "compartida", who also works for `shared`; trunks x, y, z. */
export function smallCatalogue(tenantId: TenantId, shared: TenantId = tenantId): Catalogue {
  const queue = (name: string, answerWithinSeconds: number) => ({
    id: id(name),
    tenantId,
    name,
    channel: "voice" as const,
    answerWithinSeconds,
    shortAbandonSeconds: 5,
  });
  const visible = <T>(ctx: { scope: "system" | readonly TenantId[] }, rows: readonly T[]): readonly T[] =>
    ctx.scope === "system" || ctx.scope.includes(tenantId) ? rows : [];
  return {
    queues: async (ctx) => visible(ctx, [queue("agua", 20), queue("salud", 30)]),
    agents: async (ctx) =>
      visible(ctx, [
        { id: id("ines"), name: "Inés Aromo", tenantIds: [tenantId] },
        { id: id("bruno"), name: "Bruno Timbó", tenantIds: [tenantId] },
        { id: id("compartida"), name: "Paula Lapacho", tenantIds: [tenantId, shared] },
      ]),
    trunks: async (ctx) =>
      visible(
        ctx,
        ["x", "y", "z"].map((name) => ({ id: id(name), tenantId, name, capacity: 30 })),
      ),
    routeNames: async () => new Map(),
  };
}
