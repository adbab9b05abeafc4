import type { Context, TenantId, TopicId } from "../../platform/index.ts";
import { createTopic } from "../../tenants/index.ts";
import { DEMO_ARTICLES, publishDemoArticles } from "../demo/demo-articles.ts";

const KINDS = ["jurisdiction", "organism", "theme", "reason"] as const;

/** The demonstration's articles under their topics, all owned by one organism. Gives the ids of topics by path. */
export async function fillDemoLibrary(
  ctx: Context,
  tenantId: TenantId,
): Promise<ReadonlyMap<string, TopicId>> {
  const topics = new Map<string, TopicId>();
  for (const { topic } of DEMO_ARTICLES) await growBranch(ctx, { tenantId, topics, path: topic });
  await publishDemoArticles(ctx, (path) => {
    const topicId = topics.get(path.join(" > "));
    if (topicId === undefined) throw new Error(`no topic ${path.join(" > ")}`);
    return { tenantId, topicId };
  });
  return topics;
}

interface Branch {
  readonly tenantId: TenantId;
  readonly topics: Map<string, TopicId>;
  readonly path: readonly (string | undefined)[];
}

async function growBranch(ctx: Context, { tenantId, topics, path }: Branch): Promise<void> {
  let parentId: TopicId | null = null;
  for (const [depth, name] of path.entries()) {
    if (name === undefined) return;
    const key = path.slice(0, depth + 1).join(" > ");
    const known = topics.get(key);
    const id: TopicId =
      known ?? (await createTopic(ctx, { tenantId, parentId, kind: KINDS[depth] ?? "reason", name })).id;
    topics.set(key, id);
    parentId = id;
  }
}
