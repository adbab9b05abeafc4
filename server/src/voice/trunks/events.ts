import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

/** A trunk was added, changed or removed; key = trunk id. */
export const trunkChanged = defineEvent("trunk.changed", Type.Object({}));

export type SeizureOutcome = "answered" | "busy" | "no-answer" | "rejected" | "cancelled" | "failed";

const nullableUuid = Type.Union([Type.String({ format: "uuid" }), Type.Null()]);

/**
 * One attempt to use a trunk is over; key = seizure id. ASR = answered ÷ all. NER (ITU-T E.425) counts as effective
 * what the network did right: everything but "failed".
 */
export const seizureEnded = defineEvent(
  "seizure.ended",
  Type.Object({
    trunkId: Type.String({ format: "uuid" }),
    trunkName: Type.String(),
    routeId: nullableUuid,
    interactionId: nullableUuid,
    direction: Type.Union([Type.Literal("inbound"), Type.Literal("outbound")]),
    answered: Type.Boolean(),
    outcome: Type.Union([
      Type.Literal("answered"),
      Type.Literal("busy"),
      Type.Literal("no-answer"),
      Type.Literal("rejected"),
      Type.Literal("cancelled"),
      Type.Literal("failed"),
    ]),
    /** ITU-T Q.850; 0 when nobody saw the end (our process was away). */
    cause: Type.Integer(),
    startedAt: Type.String({ format: "date-time" }),
    endedAt: Type.String({ format: "date-time" }),
    /** From the attempt to the answer or the end. */
    setupSeconds: Type.Number(),
    /** From the answer to the end; 0 when nobody answered. */
    talkSeconds: Type.Number(),
  }),
);
