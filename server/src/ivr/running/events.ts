import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";
import { FLOW_ENDS } from "../node-kind.ts";

const where = { interactionId: Uuid, flowId: Uuid, version: Type.Integer(), nodeId: Type.String() };

/** A choice or a decision in a flow. Never what a citizen typed: `exit` is a key of a menu or the name of an outcome. */
export const flowStep = defineEvent(
  "flow.step",
  Type.Object({
    ...where,
    nodeType: Type.String(),
    exit: Type.String(),
    /** What the chosen option is called. */
    label: Type.Union([Type.String(), Type.Null()]),
  }),
);

export const flowEnded = defineEvent(
  "flow.ended",
  Type.Object({ ...where, how: Type.Enum([...FLOW_ENDS]), durationMs: Type.Integer() }),
);

/** The caller has heard to the end that the call is recorded. */
export const recordingAnnounced = defineEvent("recording.announced", Type.Object(where));

const emergency = {
  ...where,
  /** The short number: "911". */
  code: Type.String(),
  /** "node": the flow led there; "dialled": the caller dialled the code in a menu. */
  via: Type.Enum(["node", "dialled"]),
};
/** The caller and the emergency service are connected. Its own counter; the interaction is out of the service level. */
export const emergencyHandedOff = defineEvent("emergency.handed-off", Type.Object(emergency));
/** Nobody could be connected: a matter for a person, at once. */
export const emergencyFailed = defineEvent("emergency.failed", Type.Object(emergency));
