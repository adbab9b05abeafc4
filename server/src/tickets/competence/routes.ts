import {
  AskCompetence,
  CompetenceAnswer,
  CompetenceBook,
  CompetenceBooks,
  CompetenceSimulation,
  OfficeDirectory,
  PublishCompetence,
  SaveCompetenceDraft,
} from "@vera/contracts/competence";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { type Http, inScope, type TenantId } from "../../platform/index.ts";
import { foldWords } from "../list/fold-words.ts";
import { answerCompetence, shown } from "./answer-competence.ts";
import { publishBook, saveDraft, showBook, showBookHead } from "./change-book.ts";
import { simulateDraft } from "./simulate-book.ts";
import { findOffices, readBooks, readOfficeCards } from "./store.ts";

const tags = ["competence"];
const OfTenant = Type.Object({ tenantId: Uuid });
const FOUND_AT_MOST = 20;

export function competenceRoutes(http: Http): void {
  askRoutes(http);
  bookRoutes(http);
}

function askRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/competence/answer",
    permission: "ticket.create",
    summary: "Which office is competent for a topic in a place, by which norm, and what to tell the citizen",
    tags,
    body: AskCompetence,
    response: CompetenceAnswer,
    handler: (ctx, { body }) => answerCompetence(ctx, body),
  });
  http.route({
    method: "GET",
    url: "/api/v1/office-directory",
    permission: "ticket.work",
    summary:
      "Offices of the whole administration by words of their name or organism, to propose another owner",
    tags,
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 80 })) }),
    response: OfficeDirectory,
    handler: async (ctx, { query }) => {
      const ids = await findOffices(ctx, { words: foldWords(query.q ?? ""), limit: FOUND_AT_MOST });
      const cards = await readOfficeCards(ctx, ids);
      return {
        offices: ids.flatMap((id) => [cards.get(id)].filter((card) => card !== undefined).map(shown)),
      };
    },
  });
}

function bookRoutes(http: Http): void {
  const permission = "competence.manage" as const;
  http.route({
    method: "GET",
    url: "/api/v1/competence/books",
    permission,
    summary: "Versions of an organism's rules of competence, the draft first",
    tags,
    query: OfTenant,
    response: CompetenceBooks,
    handler: async (ctx, { query }) => {
      inScope(ctx, query.tenantId as TenantId);
      return { books: (await readBooks(ctx, query.tenantId as TenantId)).map(showBookHead) };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/competence/books/:bookId",
    permission,
    summary: "One version with its rules",
    tags,
    params: Type.Object({ bookId: Uuid }),
    response: CompetenceBook,
    handler: (ctx, { params }) => showBook(ctx, params.bookId),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/competence/draft",
    permission,
    summary: "Write the draft of the rules, whole",
    tags,
    body: SaveCompetenceDraft,
    response: CompetenceBook,
    bodyLimit: 4 * 1024 * 1024,
    handler: (ctx, { body }) => saveDraft(ctx, body),
  });
  http.route({
    method: "POST",
    url: "/api/v1/competence/simulation",
    permission,
    summary: "What the draft would have done with the tickets of the last thirty days; changes nothing",
    tags,
    body: OfTenant,
    response: CompetenceSimulation,
    handler: (ctx, { body }) => simulateDraft(ctx, body.tenantId as TenantId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/competence/publication",
    permission,
    summary: "Publish the draft, from now or from a moment to come",
    tags,
    body: PublishCompetence,
    response: CompetenceBook,
    status: 201,
    handler: (ctx, { body }) => publishBook(ctx, body),
  });
}
