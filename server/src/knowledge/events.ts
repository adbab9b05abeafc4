import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

const Uuid = Type.String({ format: "uuid" });

export const articlePublished = defineEvent(
  "article.published",
  Type.Object({ articleId: Uuid, versionId: Uuid, number: Type.Integer() }),
);

/** Which text a citizen was told, by whom and in which contact. */
export const articleReadToCitizen = defineEvent(
  "article.read-to-citizen",
  Type.Object({
    articleId: Uuid,
    versionId: Uuid,
    number: Type.Integer(),
    interactionId: Uuid,
    citizenId: Type.Union([Uuid, Type.Null()]),
    agentId: Type.Union([Type.String(), Type.Null()]),
  }),
);
