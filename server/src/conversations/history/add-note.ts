import type { InteractionNote } from "@vera/contracts/conversations";
import type { Context, InteractionId } from "../../platform/index.ts";
import { lockInteraction } from "../interactions/store.ts";
import { insertNote } from "./store.ts";

/** Writes an internal note; notes are never changed. */
export async function addNote(
  ctx: Context,
  { interactionId, text }: { interactionId: InteractionId; text: string },
): Promise<InteractionNote> {
  const interaction = await lockInteraction(ctx, interactionId);
  const note = {
    id: ctx.ids.uuid(),
    authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    authorName: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
    text: text.trim(),
    at: ctx.clock.now(),
  };
  await insertNote(ctx, { ...note, tenantId: interaction.tenantId, interactionId });
  return { ...note, at: note.at.toISOString() };
}
