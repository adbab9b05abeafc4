import { Uuid } from "@vera/contracts/shapes";
import {
  LiveCall,
  LiveCallSummary,
  PauseRecording,
  PlaceCall,
  PlacedCall,
  PressKeys,
  SwitchOn,
} from "@vera/contracts/voice";
import Type from "typebox";
import {
  type CitizenId,
  type Http,
  type InteractionId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { pauseRecording } from "../recordings/pause-recording.ts";
import type { Voice } from "../voice.ts";
import { rejoin } from "./agent-lost.ts";
import { hangUpCall } from "./hang-up-call.ts";
import { hold } from "./hold.ts";
import { pressKeys } from "./keypad.ts";
import { listLiveCalls } from "./list-live-calls.ts";
import { mute } from "./mute.ts";
import { onMyCall, userOf } from "./my-call.ts";
import { placeCall } from "./place-call.ts";

export const CallParams = Type.Object({ interactionId: Uuid });
const tags = ["voice"];

export function callRoutes(http: Http, voice: Voice): void {
  placingRoutes(http, voice);
  switchRoutes(http, voice);
  http.route({
    method: "POST",
    url: "/api/v1/calls/:interactionId/keypad",
    permission: "interaction.handle",
    summary: "Press keys for the machine at the other end",
    tags,
    params: CallParams,
    body: PressKeys,
    response: LiveCall,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params, requestId: body.requestId }, (mine) =>
        pressKeys(voice, { ...mine, keys: body.keys }),
      ),
  });
  http.route({
    method: "POST",
    url: "/api/v1/calls/:interactionId/end",
    permission: "interaction.handle",
    summary: "End the call; in a conference, leave it",
    tags,
    params: CallParams,
    handler: async (_ctx, { params, principal }) => {
      await onMyCall(voice, { principal, ...params }, (mine) => hangUpCall(voice, mine));
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/calls/:interactionId/rejoin",
    permission: "interaction.handle",
    summary: "This desk lost its line (a reload): ring it again, it lifts by itself",
    tags,
    params: CallParams,
    handler: (_ctx, { params, principal }) => rejoin(voice, { ...userOf(principal), ...params }),
  });
}

function placingRoutes(http: Http, voice: Voice): void {
  http.route({
    method: "POST",
    url: "/api/v1/calls",
    permission: "call.place",
    summary: "Call a number on behalf of an organism, with its caller-id",
    tags,
    body: PlaceCall,
    response: PlacedCall,
    status: 201,
    handler: async (ctx, { body, principal }) => {
      const tenantId = body.tenantId as TenantId;
      inScope(ctx, tenantId);
      return await placeCall(voice, {
        requestId: body.requestId,
        agentId: userOf(principal).userId,
        tenantId,
        number: body.number,
        citizenId: (body.citizenId ?? null) as CitizenId | null,
        parentInteractionId: (body.parentInteractionId ?? null) as InteractionId | null,
      });
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/calls/live",
    permission: "supervise.view",
    summary: "Calls that go on now in my organisms",
    tags,
    response: Type.Object({ items: Type.Array(LiveCallSummary) }),
    handler: (ctx) => ({ items: listLiveCalls(voice, ctx.scope) }),
  });
}

function switchRoutes(http: Http, voice: Voice): void {
  const permission = "interaction.handle";
  const common = { method: "PUT", permission, tags, params: CallParams, response: LiveCall } as const;
  http.route({
    ...common,
    url: "/api/v1/calls/:interactionId/hold",
    summary: "Hold the citizen, or talk again",
    body: SwitchOn,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params }, (mine) => hold(voice, { ...mine, on: body.on })),
  });
  http.route({
    ...common,
    url: "/api/v1/calls/:interactionId/mute",
    summary: "Mute my side, or be heard again",
    body: SwitchOn,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params }, (mine) => mute(voice, { ...mine, on: body.on })),
  });
  http.route({
    ...common,
    url: "/api/v1/calls/:interactionId/recording",
    summary: "Pause the recording while the citizen says what must not be kept",
    body: PauseRecording,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params }, (mine) =>
        pauseRecording(voice, { ...mine, paused: body.paused }),
      ),
  });
}
