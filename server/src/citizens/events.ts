import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

const Uuid = Type.String({ format: "uuid" });

/** No personal data in events: they are kept for ever, a person may be erased. */
export const citizenCreated = defineEvent("citizen.created", Type.Object({ citizenId: Uuid }));

export const citizenUpdated = defineEvent(
  "citizen.updated",
  Type.Object({
    citizenId: Uuid,
    /** Names of the changed fields, never their values. */
    changed: Type.Array(Type.String()),
    version: Type.Integer(),
  }),
);
