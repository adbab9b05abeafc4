import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

/** A tenant was created, changed, moved or closed: what depends on the tree is read again. */
export const tenantChanged = defineEvent(
  "tenant.changed",
  Type.Object({ what: Type.Enum(["created", "changed", "moved", "renamed", "closed", "reopened"]) }),
);
