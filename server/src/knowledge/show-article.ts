import type { Article, ArticleVersion } from "@vera/contracts/knowledge";
import type { ArticleRow, VersionRow } from "./store.ts";

export function showArticle(article: ArticleRow, versions: readonly VersionRow[]): Article {
  const inState = (state: string) => versions.find((version) => version.state === state);
  const [published, draft] = [inState("published"), inState("draft")];
  return {
    id: article.id,
    tenantId: article.tenantId,
    topicIds: [...article.topicIds],
    demo: article.demo,
    retired: article.retired,
    published: published ? showVersion(published) : null,
    draft: draft ? showVersion(draft) : null,
  };
}

export function showVersion(row: VersionRow): ArticleVersion {
  const {
    title,
    summary,
    whatIsIt,
    forWhom,
    whatDoINeed,
    cost,
    where,
    online,
    onlineUrl,
    keywords,
    agentNote,
  } = row;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    body: {
      title,
      summary,
      whatIsIt,
      forWhom,
      whatDoINeed,
      cost,
      where,
      online,
      onlineUrl,
      keywords,
      agentNote,
    },
    authorName: row.authorName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedByName: row.publishedByName,
    revision: row.revision,
  };
}
