import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

export const voicemailLeft = defineEvent(
  "voicemail.left",
  Type.Object({ voicemailId: Uuid, interactionId: Uuid, queueId: Uuid, durationSeconds: Type.Number() }),
);
