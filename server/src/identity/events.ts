import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

const Uuid = Type.String({ format: "uuid" });

/** A login is over: its sockets are closed and its telephone is unregistered. Key: the session. */
export const sessionEnded = defineEvent(
  "session.ended",
  Type.Object({
    sessionId: Uuid,
    userId: Uuid,
    reason: Type.Enum(["signed-out", "revoked", "password-changed", "user-disabled", "replaced", "expired"]),
  }),
);

/** Key: the user. Everything of theirs ends: sessions before this event, their place in routing after it. */
export const userDisabled = defineEvent("user.disabled", Type.Object({ userId: Uuid }));

export const userChanged = defineEvent(
  "user.changed",
  Type.Object({ userId: Uuid, what: Type.Enum(["created", "changed", "enabled"]) }),
);

/** Who may do what was changed: of one user, of one API key, or of everybody (a role). */
export const rightsChanged = defineEvent(
  "rights.changed",
  Type.Object({ userId: Type.Union([Uuid, Type.Null()]), apiKeyId: Type.Union([Uuid, Type.Null()]) }),
);
