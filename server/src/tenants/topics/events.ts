import Type from "typebox";
import { defineEvent } from "../../platform/index.ts";

export const topicChanged = defineEvent("topic.changed", Type.Object({ active: Type.Boolean() }));
