import { VoicemailList, VoicemailMessage } from "@vera/contracts/ivr";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { audit, type Http, inScope, type TenantId } from "../../platform/index.ts";
import { handleVoicemail } from "./keep-voicemail.ts";
import { readVoicemail, readVoicemails, type VoicemailRow } from "./store.ts";

const tags = ["ivr"];
const OfVoicemail = Type.Object({ voicemailId: Uuid });

export function voicemailRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/voicemails",
    permission: "recording.list",
    summary: "Messages left by callers, newest first; only those that wait unless state is all",
    tags,
    query: Type.Object({
      tenantId: Type.Optional(Uuid),
      state: Type.Optional(Type.Enum(["waiting", "all"])),
    }),
    response: VoicemailList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      const rows = await readVoicemails(ctx, { tenantId, waiting: query.state !== "all" });
      return { voicemails: rows.map(voicemailReply) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/voicemails/:voicemailId/handled",
    permission: "recording.listen",
    summary: "The message was dealt with",
    tags,
    params: OfVoicemail,
    response: VoicemailMessage,
    handler: async (ctx, { params }) => voicemailReply(await handleVoicemail(ctx, params.voicemailId)),
  });
  http.route({
    method: "GET",
    url: "/api/v1/voicemails/:voicemailId/audio",
    permission: "recording.listen",
    summary: "The message itself (WAV); each hearing is in the audit log",
    tags,
    params: OfVoicemail,
    raw: true,
    handler: async (ctx, { params, reply }) => {
      const { id, tenantId, fileId } = await readVoicemail(ctx, params.voicemailId);
      const file = await ctx.platform.files.open(ctx, fileId);
      await audit(ctx, { action: "voicemail.listened", tenantId, subject: { kind: "voicemail", id } });
      reply.type("audio/wav");
      return await file.buffer();
    },
  });
}

function voicemailReply(row: VoicemailRow): VoicemailMessage {
  const { id, tenantId, interactionId, queueId, callerNumber, durationMs, leftAt, handledAt } = row;
  return {
    id,
    tenantId,
    interactionId,
    queueId,
    callerNumber,
    durationSeconds: durationMs / 1000,
    leftAt: leftAt.toISOString(),
    handledAt: handledAt?.toISOString() ?? null,
  };
}
