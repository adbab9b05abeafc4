import { Consult, LiveCall, Transfer } from "@vera/contracts/voice";
import type { Http } from "../../platform/index.ts";
import { onMyCall } from "../calls/my-call.ts";
import { CallParams } from "../calls/routes.ts";
import type { Voice } from "../voice.ts";
import { cancelConsult, completeConsult, joinConsult, startConsult } from "./consult.ts";
import { transfer } from "./transfer.ts";

const tags = ["voice"];
const permission = "interaction.handle";

export function transferRoutes(http: Http, voice: Voice): void {
  const common = { method: "POST", permission, tags, params: CallParams, response: LiveCall } as const;
  http.route({
    ...common,
    url: "/api/v1/calls/:interactionId/transfer",
    summary: "Send the citizen on and be free at once",
    body: Transfer,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params, requestId: body.requestId }, (mine) =>
        transfer(voice, { ...mine, to: body.to }),
      ),
  });
  http.route({
    ...common,
    url: "/api/v1/calls/:interactionId/consult",
    summary: "Ask a colleague or a number while the citizen is held",
    body: Consult,
    handler: (_ctx, { params, body, principal }) =>
      onMyCall(voice, { principal, ...params, requestId: body.requestId }, (mine) =>
        startConsult(voice, { ...mine, to: body.to }),
      ),
  });
  const steps = [
    ["join", "Bring the citizen in: three talk", joinConsult],
    ["complete", "Leave the citizen with whom I asked", completeConsult],
    ["cancel", "End the consultation and return to the citizen", cancelConsult],
  ] as const;
  for (const [step, summary, work] of steps) {
    http.route({
      ...common,
      url: `/api/v1/calls/:interactionId/consult/${step}`,
      summary,
      handler: (_ctx, { params, principal }) =>
        onMyCall(voice, { principal, ...params }, ({ call, leg }) => work(voice, call, leg)),
    });
  }
}
