import { readFile, rm } from "node:fs/promises";
import { asSystem, audit, type Context, emit, type Platform, type TenantId } from "../../platform/index.ts";
import type { VoicemailPort } from "../flow-services.ts";
import { voicemailLeft } from "./events.ts";
import { insertVoicemail, readVoicemail, setHandled, type VoicemailRow } from "./store.ts";

/** Takes over the file that the telephone engine wrote: encrypted into the files, then gone from where it lay. */
export function voicemailPort(platform: Platform): VoicemailPort {
  return {
    async keep({ interactionId, tenantId, queueId, callerNumber, path, durationSeconds }) {
      const body = await readFile(path);
      await asSystem(platform, "ivr", async (ctx) => {
        const owner = tenantId as TenantId;
        const file = await platform.files.put(ctx, { tenantId: owner, contentType: "audio/wav", body });
        const id = ctx.ids.uuid();
        await insertVoicemail(ctx, {
          id,
          tenantId: owner,
          interactionId,
          queueId,
          callerNumber,
          fileId: file.id,
          durationMs: Math.round(durationSeconds * 1000),
          leftAt: ctx.clock.now(),
          handledAt: null,
        });
        const data = { voicemailId: id, interactionId, queueId, durationSeconds };
        await emit(ctx, voicemailLeft, { tenantId: owner, key: interactionId, data });
      });
      await rm(path, { force: true });
    },
    discard: (path) => rm(path, { force: true }),
  };
}

export async function handleVoicemail(ctx: Context, id: string): Promise<VoicemailRow> {
  const { tenantId } = await readVoicemail(ctx, id);
  await setHandled(ctx, id);
  await audit(ctx, { action: "voicemail.handled", tenantId, subject: { kind: "voicemail", id } });
  return await readVoicemail(ctx, id);
}
