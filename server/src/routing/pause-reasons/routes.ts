import {
  NewPauseReason,
  PauseReason,
  PauseReasonChange,
  PauseReasonList,
} from "@vera/contracts/routing-admin";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { Http } from "../../platform/index.ts";
import { changeReason, createReason, readReasons, removeReason } from "./change-reasons.ts";

const tags = ["routing"];
const params = Type.Object({ reasonId: Uuid });

export function pauseReasonRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/pause-reasons",
    permission: "signed-in",
    summary: "Why an agent may pause",
    tags,
    response: PauseReasonList,
    handler: async (ctx) => ({ items: await readReasons(ctx) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/pause-reasons",
    permission: "queue.manage",
    summary: "Add a pause reason",
    tags,
    body: NewPauseReason,
    response: PauseReason,
    status: 201,
    handler: async (ctx, { body }) => await createReason(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/pause-reasons/:reasonId",
    permission: "queue.manage",
    summary: "Change a pause reason",
    tags,
    params,
    body: PauseReasonChange,
    response: PauseReason,
    handler: async (ctx, input) => await changeReason(ctx, input.params.reasonId, input.body),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/pause-reasons/:reasonId",
    permission: "queue.manage",
    summary: "Remove a pause reason; what was written with it stays",
    tags,
    params,
    handler: async (ctx, input) => await removeReason(ctx, input.params.reasonId),
  });
}
