import {
  type CitizenId,
  type Context,
  emit,
  type InteractionId,
  type RecordingId,
  type TicketId,
} from "../../platform/index.ts";
import { interactionAttached, interactionCitizenAssigned, interactionEmergencyMarked } from "../events.ts";
import { which } from "./event-facts.ts";
import { insertAttachment, lockInteraction, setCitizen, setEmergency } from "./store.ts";

/** Says whom the interaction is with; null undoes it. */
export async function assignCitizen(
  ctx: Context,
  { interactionId, citizenId }: { interactionId: InteractionId; citizenId: CitizenId | null },
): Promise<void> {
  const interaction = await lockInteraction(ctx, interactionId);
  if (interaction.citizenId === citizenId) return;
  await setCitizen(ctx, { interaction, citizenId });
  await emit(ctx, interactionCitizenAssigned, {
    tenantId: interaction.tenantId,
    key: interactionId,
    data: { ...which(interaction), citizenId },
  });
}

/** Marks it as an emergency of `service` ("911"): it has its own counter and never counts in the service level. */
export async function markEmergency(
  ctx: Context,
  { interactionId, service }: { interactionId: InteractionId; service: string },
): Promise<void> {
  const interaction = await lockInteraction(ctx, interactionId);
  if (interaction.emergency === service) return;
  await setEmergency(ctx, { id: interactionId, service });
  await emit(ctx, interactionEmergencyMarked, {
    tenantId: interaction.tenantId,
    key: interactionId,
    data: { ...which(interaction), service, at: ctx.clock.now().toISOString() },
  });
}

export async function attachTicket(
  ctx: Context,
  { interactionId, ticketId }: { interactionId: InteractionId; ticketId: TicketId },
): Promise<void> {
  await attach(ctx, { interactionId, kind: "ticket", attachedId: ticketId });
}

export async function attachRecording(
  ctx: Context,
  { interactionId, recordingId }: { interactionId: InteractionId; recordingId: RecordingId },
): Promise<void> {
  await attach(ctx, { interactionId, kind: "recording", attachedId: recordingId });
}

async function attach(
  ctx: Context,
  input: { interactionId: InteractionId; kind: "ticket" | "recording"; attachedId: string },
): Promise<void> {
  const { interactionId, kind, attachedId } = input;
  const interaction = await lockInteraction(ctx, interactionId);
  const added = await insertAttachment(ctx, { interaction, kind, attachedId, at: ctx.clock.now() });
  if (!added) return;
  await emit(ctx, interactionAttached, {
    tenantId: interaction.tenantId,
    key: interactionId,
    data: { ...which(interaction), kind, attachedId },
  });
}
