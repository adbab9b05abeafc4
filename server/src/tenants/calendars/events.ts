import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

/** Hours, exceptions or holidays changed; open and closed are computed anew from the next question on. */
export const hoursChanged = defineEvent(
  "hours.changed",
  Type.Object({ calendarId: Type.Union([Type.String(), Type.Null()]) }),
);
