import { Readable } from "node:stream";
import {
  AssignCitizen,
  CitizenTimeline,
  CitizenTimelineQuery,
  InteractionDetail,
  InteractionNote,
  InteractionsPage,
  InteractionsQuery,
  NewInteractionNote,
} from "@vera/contracts/conversations";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { audit, type CitizenId, type Http, type InteractionId } from "../../platform/index.ts";
import { assignCitizen } from "../interactions/mark-interaction.ts";
import type { Surroundings } from "../surroundings.ts";
import { addNote } from "./add-note.ts";
import { readCitizenTimeline } from "./citizen-timeline.ts";
import { exportInteractions } from "./export-interactions.ts";
import { getInteraction } from "./get-interaction.ts";
import { listInteractions } from "./list-interactions.ts";

const tags = ["interactions"];
const params = Type.Object({ interactionId: Uuid });

export function historyRoutes(http: Http, surroundings: Surroundings): void {
  listRoutes(http, surroundings);
  http.route({
    method: "GET",
    url: "/api/v1/interactions/:interactionId",
    permission: "interaction.read",
    summary: "One interaction with its segments, result, notes, tickets and recordings",
    tags,
    params,
    response: InteractionDetail,
    handler: (ctx, { params: { interactionId } }) => getInteraction(ctx, surroundings, interactionId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/interactions/:interactionId/notes",
    permission: "interaction.handle",
    summary: "Write an internal note",
    tags,
    params,
    body: NewInteractionNote,
    response: InteractionNote,
    status: 201,
    handler: (ctx, { params: { interactionId }, body }) =>
      addNote(ctx, { interactionId: interactionId as InteractionId, text: body.text }),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/interactions/:interactionId/citizen",
    permission: "interaction.handle",
    summary: "Say whom the interaction is with; null undoes it",
    tags,
    params,
    body: AssignCitizen,
    handler: (ctx, { params: { interactionId }, body }) =>
      assignCitizen(ctx, {
        interactionId: interactionId as InteractionId,
        citizenId: body.citizenId as CitizenId | null,
      }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/citizens/:citizenId/interactions",
    permission: "interaction.read",
    summary: "A citizen's interactions; other organisms' are counted, and shown for a purpose",
    tags,
    params: Type.Object({ citizenId: Uuid }),
    query: CitizenTimelineQuery,
    response: CitizenTimeline,
    handler: (ctx, { params: { citizenId }, query }) =>
      readCitizenTimeline(ctx, surroundings, { citizenId: citizenId as CitizenId, ...query }),
  });
}

function listRoutes(http: Http, surroundings: Surroundings): void {
  http.route({
    method: "GET",
    url: "/api/v1/interactions",
    permission: "interaction.read",
    summary: "Interactions, filtered, sorted, a page at a time",
    tags,
    query: InteractionsQuery,
    response: InteractionsPage,
    handler: (ctx, { query }) => listInteractions(ctx, surroundings, query),
  });
  http.route({
    method: "GET",
    url: "/api/v1/interactions.csv",
    permission: "report.export",
    summary: "The same list as CSV, all pages",
    tags,
    query: InteractionsQuery,
    raw: true,
    handler: async (ctx, { query, reply }) => {
      await audit(ctx, {
        action: "interactions.exported",
        subject: { kind: "list", id: "interactions" },
        detail: withoutAddress(query),
      });
      const lines: string[] = [];
      // The reading transaction ends with the handler, so the lines are gathered before the reply.
      for await (const part of exportInteractions(ctx, surroundings, query)) lines.push(part);
      reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", 'attachment; filename="interacciones.csv"');
      return Readable.from(lines);
    },
  });
}

/** What was exported, without the number that was looked for: audit rows hold no personal data. */
function withoutAddress({ address, ...filter }: InteractionsQuery): Record<string, unknown> {
  return { ...filter, ...(address !== undefined && { byAddress: true }) };
}
