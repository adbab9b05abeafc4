import {
  Citizen,
  EditCitizen,
  EditTenantDetail,
  FindCitizensQuery,
  FoundCitizens,
  NewCitizen,
  Timeline,
  TimelineQuery,
  VerifyCitizen,
  ViewReason,
} from "@vera/contracts/citizens";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { CitizenId, Http } from "../platform/index.ts";
import { createCitizen } from "./create-citizen.ts";
import { editCitizen } from "./edit-citizen.ts";
import { openCitizen } from "./open-citizen.ts";
import { findCitizens } from "./search/find-citizens.ts";
import { writeTenantNotes } from "./tenant-detail/write-notes.ts";
import { openTimeline, type TimelineSource } from "./timeline.ts";
import { verifyCitizen } from "./verify-citizen.ts";

const tags = ["citizens"];
const params = Type.Object({ citizenId: Uuid });

export interface CitizenRoutesDeps {
  /** Who can tell what happened to a person: conversations, tickets… */
  readonly timeline: readonly TimelineSource[];
}

export function routes(http: Http, deps: CitizenRoutesDeps): void {
  readRoutes(http, deps);
  writeRoutes(http);
}

function readRoutes(http: Http, { timeline }: CitizenRoutesDeps): void {
  http.route({
    method: "GET",
    url: "/api/v1/citizens",
    permission: "citizen.read",
    summary: "Find people by phone, document, e-mail or pieces of a name; documents and phones are masked",
    tags,
    query: FindCitizensQuery,
    response: FoundCitizens,
    handler: (ctx, { query }) => findCitizens(ctx, query),
  });
  http.route({
    method: "GET",
    url: "/api/v1/citizens/:citizenId",
    permission: "citizen.read",
    summary: "Open a record; needs interactionId or purpose, and leaves an audit row",
    tags,
    params,
    query: ViewReason,
    response: Citizen,
    handler: (ctx, { params: { citizenId }, query }) => openCitizen(ctx, citizenId as CitizenId, query),
  });
  http.route({
    method: "GET",
    url: "/api/v1/citizens/:citizenId/timeline",
    permission: "citizen.read",
    summary: "Interactions and tickets of a person, newest first; audited like opening the record",
    tags,
    params,
    query: TimelineQuery,
    response: Timeline,
    handler: (ctx, { params: { citizenId }, query, principal }) =>
      openTimeline(ctx, timeline, { citizenId: citizenId as CitizenId, query, principal }),
  });
}

function writeRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/citizens",
    permission: "citizen.edit",
    summary: "Register a person; one who is already registered is a conflict that names the record",
    tags,
    body: NewCitizen,
    response: Citizen,
    status: 201,
    handler: (ctx, { body }) => createCitizen(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/citizens/:citizenId",
    permission: "citizen.edit",
    summary: "Change a record; `version` must be the one that was on the screen",
    tags,
    params,
    body: EditCitizen,
    response: Citizen,
    handler: (ctx, { params: { citizenId }, body }) => editCitizen(ctx, citizenId as CitizenId, body),
  });
  http.route({
    method: "POST",
    url: "/api/v1/citizens/:citizenId/verification",
    permission: "citizen.edit",
    summary: "Note how the person's identity was checked",
    tags,
    params,
    body: VerifyCitizen,
    response: Citizen,
    handler: (ctx, { params: { citizenId }, body }) => verifyCitizen(ctx, citizenId as CitizenId, body),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/citizens/:citizenId/detail",
    permission: "citizen.edit",
    summary: "Notes of one organism about a person; other organisms do not see them",
    tags,
    params,
    body: EditTenantDetail,
    response: Citizen,
    handler: (ctx, { params: { citizenId }, body }) => writeTenantNotes(ctx, citizenId as CitizenId, body),
  });
}
