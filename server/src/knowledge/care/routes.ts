import {
  CareList,
  EditSynonym,
  FeedbackList,
  GapList,
  NewFeedback,
  NewGap,
  NewSynonym,
  Synonym,
  SynonymList,
} from "@vera/contracts/knowledge-care";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { ArticleId, Http } from "../../platform/index.ts";
import { giveFeedback, listOpenFeedback, markFeedbackSettled } from "../feedback/give-feedback.ts";
import { listGaps, markGapSettled, noteGap } from "../gaps/note-gap.ts";
import { changeSynonym, createSynonym, removeSynonym, showSynonym } from "../synonyms/change-synonyms.ts";
import { listSynonyms } from "../synonyms/store.ts";
import { readCare } from "./store.ts";

const tags = ["knowledge"];
/** "Is over soon": early enough to ask an office for the new text. */
const SOON_DAYS = 30;
const OfId = Type.Object({ id: Uuid });

export function careRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/article-care",
    permission: "article.edit",
    summary:
      "Articles that somebody has to look at: in review, given back, expired or soon, to be read again",
    tags,
    response: CareList,
    handler: async (ctx) => ({ items: await readCare(ctx, { soonDays: SOON_DAYS }) }),
  });
  feedbackRoutes(http);
  gapRoutes(http);
  synonymRoutes(http);
}

function feedbackRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/feedback",
    permission: "article.read",
    summary: "Say that a published text helped, or what is wrong with it",
    tags,
    params: Type.Object({ articleId: Uuid }),
    body: NewFeedback,
    handler: (ctx, { params, body }) =>
      giveFeedback(ctx, { ...body, articleId: params.articleId as ArticleId, source: "agent" }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/article-feedback",
    permission: "article.edit",
    summary: "What agents and the public said is wrong, until it is settled",
    tags,
    response: FeedbackList,
    handler: async (ctx) => ({ items: await listOpenFeedback(ctx) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/article-feedback/:id/settlement",
    permission: "article.edit",
    summary: "It was looked at and what was needed is done",
    tags,
    params: OfId,
    handler: (ctx, { params: { id } }) => markFeedbackSettled(ctx, id),
  });
}

function gapRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/article-gaps",
    permission: "article.read",
    summary: "Note what was asked and not found; long numbers and addresses of mail are not kept",
    tags,
    body: NewGap,
    handler: (ctx, { body }) => noteGap(ctx, body),
  });
  http.route({
    method: "GET",
    url: "/api/v1/article-gaps",
    permission: "article.edit",
    summary: "What was asked and not found, most often first",
    tags,
    response: GapList,
    handler: async (ctx) => ({ items: await listGaps(ctx) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/article-gaps/:id/settlement",
    permission: "article.edit",
    summary: "There is a text now, or there need not be one",
    tags,
    params: OfId,
    handler: (ctx, { params: { id } }) => markGapSettled(ctx, id),
  });
}

function synonymRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/article-synonyms",
    permission: "article.edit",
    summary: "Words that mean the same when articles are searched",
    tags,
    response: SynonymList,
    handler: async (ctx) => ({ items: (await listSynonyms(ctx)).map(showSynonym) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/article-synonyms",
    permission: "article.edit",
    summary: "Add a group of words, abbreviations or expressions that mean the same",
    tags,
    body: NewSynonym,
    response: Synonym,
    status: 201,
    handler: (ctx, { body }) => createSynonym(ctx, body),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/article-synonyms/:id",
    permission: "article.edit",
    summary: "Change a group",
    tags,
    params: OfId,
    body: EditSynonym,
    response: Synonym,
    handler: (ctx, { params: { id }, body }) => changeSynonym(ctx, { id, ...body }),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/article-synonyms/:id",
    permission: "article.edit",
    summary: "Remove a group",
    tags,
    params: OfId,
    handler: (ctx, { params: { id } }) => removeSynonym(ctx, id),
  });
}
