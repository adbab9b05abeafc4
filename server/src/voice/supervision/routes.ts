import { Supervise, Supervision } from "@vera/contracts/voice";
import { audit, DomainError, type Http, inScope, type UserId } from "../../platform/index.ts";
import { inTurn } from "../calls/in-turn.ts";
import { userOf } from "../calls/my-call.ts";
import { CallParams } from "../calls/routes.ts";
import type { Voice } from "../voice.ts";
import { endSupervision, supervise } from "./supervise.ts";

const tags = ["voice"];
const url = "/api/v1/calls/:interactionId/supervision";
const permission = "supervise.monitor";

export function supervisionRoutes(http: Http, voice: Voice): void {
  http.route({
    method: "PUT",
    url,
    permission,
    summary: "Listen to a call, whisper to its agent, or join it; my own telephone rings",
    tags,
    params: CallParams,
    body: Supervise,
    response: Supervision,
    handler: async (ctx, { params, body, principal }) => {
      const { userId, name } = userOf(principal);
      const call = voice.calls.byInteraction(params.interactionId);
      if (!call) throw new DomainError("not-found", "That call is over", { key: "callGone" });
      inScope(ctx, call.tenantId);
      await audit(ctx, {
        action: `call.${body.mode}`,
        tenantId: call.tenantId,
        subject: { kind: "interaction", id: call.interactionId },
        detail: { agentId: body.agentId ?? null },
      });
      const agentId = (body.agentId ?? null) as UserId | null;
      return await inTurn(call, () =>
        supervise(voice, { supervisorId: userId, supervisorName: name, call, agentId, mode: body.mode }),
      );
    },
  });
  http.route({
    method: "DELETE",
    url,
    permission,
    summary: "Leave the call I supervise",
    tags,
    params: CallParams,
    handler: async (_ctx, { params, principal }) => {
      const record = voice.supervisions.of(userOf(principal).userId);
      if (record?.call.interactionId === params.interactionId) await endSupervision(voice, record);
    },
  });
}
