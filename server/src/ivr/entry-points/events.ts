import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

/** A number was added, leads elsewhere, or leads nowhere any more. */
export const entryPointChanged = defineEvent("entry-point.changed", Type.Object({ entryPointId: Uuid }));
