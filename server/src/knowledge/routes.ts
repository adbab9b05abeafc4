import {
  Article,
  ArticleVersion,
  ArticleVersions,
  FindArticlesQuery,
  FoundArticles,
  NewArticle,
  PublishDraft,
  Reading,
  ReadToCitizen,
  SaveDraft,
} from "@vera/contracts/knowledge";
import { ReturnDraft, SubmitDraft, SuggestArticles } from "@vera/contracts/knowledge-care";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { ArticleId, Http, Principal, TenantScope } from "../platform/index.ts";
import { attachmentRoutes } from "./attachments/routes.ts";
import { careRoutes } from "./care/routes.ts";
import { listVersions, openArticle, openToldVersion } from "./open-article.ts";
import { readToCitizen } from "./readings/read-to-citizen.ts";
import { returnDraft, submitDraft } from "./review-draft.ts";
import { findArticles, suggestArticles } from "./search/find-articles.ts";
import { createArticle, publishDraft, retireArticle, saveDraft } from "./write-article.ts";

const tags = ["knowledge"];
const params = Type.Object({ articleId: Uuid });
const edits = (principal: Principal): TenantScope => principal.grants.get("article.edit") ?? [];

export function routes(http: Http): void {
  readRoutes(http);
  versionRoutes(http);
  writeRoutes(http);
  reviewRoutes(http);
  attachmentRoutes(http);
  careRoutes(http);
}

function readRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/articles",
    permission: "article.read",
    summary: "Search the published articles of all organisms in scope; `drafts` lists what one may edit",
    tags,
    query: FindArticlesQuery,
    response: FoundArticles,
    handler: (ctx, { query, principal }) => findArticles(ctx, query, edits(principal)),
  });
  http.route({
    method: "GET",
    url: "/api/v1/articles/:articleId",
    permission: "article.read",
    summary: "An article with its published text, and its draft for who may edit it",
    tags,
    params,
    response: Article,
    handler: (ctx, { params: { articleId }, principal }) =>
      openArticle(ctx, { articleId: articleId as ArticleId, edits: edits(principal) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/readings",
    permission: "article.read",
    summary:
      "Note that this version was read to the citizen of an interaction; once per version and interaction",
    tags,
    params,
    body: ReadToCitizen,
    response: Reading,
    handler: (ctx, { params: { articleId }, body }) =>
      readToCitizen(ctx, { ...body, articleId: articleId as ArticleId }),
  });
}

function reviewRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/review",
    permission: "article.edit",
    summary: "Send the draft to whoever may publish",
    tags,
    params,
    body: SubmitDraft,
    response: Article,
    handler: (ctx, { params: { articleId }, body }) =>
      submitDraft(ctx, { ...body, articleId: articleId as ArticleId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/return",
    permission: "article.publish",
    summary: "Give the draft back with what has to change",
    tags,
    params,
    body: ReturnDraft,
    response: Article,
    handler: (ctx, { params: { articleId }, body }) =>
      returnDraft(ctx, { ...body, articleId: articleId as ArticleId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/article-suggestions",
    permission: "article.read",
    summary: "Articles that may answer a story while it is typed; nothing of it is kept",
    tags,
    body: SuggestArticles,
    response: FoundArticles,
    handler: (ctx, { body }) => suggestArticles(ctx, body),
  });
}

function versionRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/articles/:articleId/versions/:versionId",
    permission: "article.read",
    summary: "A text as it was told, also when a newer one holds",
    tags,
    params: Type.Object({ articleId: Uuid, versionId: Uuid }),
    response: ArticleVersion,
    handler: (ctx, { params: { articleId, versionId } }) =>
      openToldVersion(ctx, { articleId: articleId as ArticleId, versionId }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/articles/:articleId/versions",
    permission: "article.edit",
    summary: "Every version, newest first",
    tags,
    params,
    response: ArticleVersions,
    handler: async (ctx, { params: { articleId } }) => ({
      versions: await listVersions(ctx, articleId as ArticleId),
    }),
  });
}

function writeRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/articles",
    permission: "article.edit",
    summary: "Begin an article as a draft",
    tags,
    body: NewArticle,
    response: Article,
    status: 201,
    handler: (ctx, { body }) => createArticle(ctx, body),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/articles/:articleId/draft",
    permission: "article.edit",
    summary: "Save the draft; `revision` must be the one that was on the screen, 0 begins a new draft",
    tags,
    params,
    body: SaveDraft,
    response: Article,
    handler: (ctx, { params: { articleId }, body }) =>
      saveDraft(ctx, { articleId: articleId as ArticleId, draft: body }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/publication",
    permission: "article.publish",
    summary: "Publish the draft, reviewed or not; the text before is kept as it was",
    tags,
    params,
    body: PublishDraft,
    response: Article,
    handler: (ctx, { params: { articleId }, body }) =>
      publishDraft(ctx, { ...body, articleId: articleId as ArticleId }),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/articles/:articleId",
    permission: "article.publish",
    summary: "Retire an article: no longer found; what was read stays provable",
    tags,
    params,
    handler: (ctx, { params: { articleId } }) => retireArticle(ctx, articleId as ArticleId),
  });
}
