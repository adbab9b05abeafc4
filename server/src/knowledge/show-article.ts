import type { Article, ArticleAttachment, ArticleBody, ArticleVersion } from "@vera/contracts/knowledge";
import type { ArticleRow, VersionRow } from "./store.ts";
import { isUnpublished, validityOf } from "./validity.ts";

interface ShownParts {
  readonly versions: readonly VersionRow[];
  readonly attachments: readonly ArticleAttachment[];
  readonly now: Date;
}

export function showArticle(article: ArticleRow, { versions, attachments, now }: ShownParts): Article {
  const published = versions.find(({ state }) => state === "published");
  const draft = versions.find(isUnpublished);
  return {
    id: article.id,
    tenantId: article.tenantId,
    topicIds: [...article.topicIds],
    demo: article.demo,
    retired: article.retired,
    published: published ? showVersion(published) : null,
    validity: published ? validityOf(published, now) : null,
    attachments: [...attachments],
    draft: draft ? showVersion(draft) : null,
  };
}

export function showVersion(row: VersionRow): ArticleVersion {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    body: showBody(row),
    authorName: row.authorName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedByName: row.publishedByName,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submittedByName: row.submittedByName,
    returnNote: row.returnNote,
    returnedByName: row.returnedByName,
    revision: row.revision,
  };
}

function showBody(row: VersionRow): ArticleBody {
  const { title, summary, whatIsIt, forWhom, whatDoINeed, cost, where, online, onlineUrl } = row;
  const { keywords, agentNote, audience, requiredData, owner, norm, validFrom, validTo, reviewOn } = row;
  return {
    ...{ title, summary, whatIsIt, forWhom, whatDoINeed, cost, where, online, onlineUrl },
    ...{ keywords, agentNote, audience, requiredData, owner, norm, validFrom, validTo, reviewOn },
  };
}
