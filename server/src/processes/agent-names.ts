import { userNames } from "../identity/index.ts";
import { asSystem, type Platform, type UserId } from "../platform/index.ts";

export async function names(platform: Platform, agentId: UserId): Promise<string | null> {
  const found = await asSystem(platform, "voice", (ctx) => userNames(ctx, [agentId]));
  return found.get(agentId) ?? null;
}
