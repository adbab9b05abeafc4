import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

export const flowPublished = defineEvent(
  "flow.published",
  Type.Object({
    flowId: Uuid,
    version: Type.Integer(),
    rollbackOf: Type.Union([Type.Integer(), Type.Null()]),
  }),
);
