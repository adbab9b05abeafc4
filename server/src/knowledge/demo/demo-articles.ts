import type { ArticleId, Context, TenantId, TopicId } from "../../platform/index.ts";
import { createArticle, publishDraft } from "../write-article.ts";
import type { DemoArticle, TopicPath } from "./demo-article.ts";
import { GOVERNMENT_ARTICLES } from "./government.ts";
import { PEOPLE_ARTICLES } from "./people.ts";
import { SERVICE_ARTICLES } from "./streets-and-services.ts";
import { TAX_ARTICLES } from "./taxes.ts";

/** Procedures of Santa Fe in plain Spanish, for demonstrations only; each says so. */
export const DEMO_ARTICLES: readonly DemoArticle[] = [
  ...TAX_ARTICLES,
  ...GOVERNMENT_ARTICLES,
  ...PEOPLE_ARTICLES,
  ...SERVICE_ARTICLES,
];

export interface ArticleHome {
  /** The organism that owns the text. */
  readonly tenantId: TenantId;
  readonly topicId: TopicId;
}

/** Creates and publishes them all, marked as demonstration; `homeOf` says where a topic path ended up. */
export async function publishDemoArticles(
  ctx: Context,
  homeOf: (path: TopicPath) => ArticleHome,
): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const { topic, body } of DEMO_ARTICLES) {
    const { tenantId, topicId } = homeOf(topic);
    const article = await createArticle(ctx, { tenantId, topicIds: [topicId], body }, { demo: true });
    const articleId = article.id as ArticleId;
    if (article.draft) {
      const { id: versionId, revision } = article.draft;
      await publishDraft(ctx, { articleId, versionId, revision });
    }
    ids.push(articleId);
  }
  return ids;
}
