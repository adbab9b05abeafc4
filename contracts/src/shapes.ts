import Type, { type TSchema } from "typebox";

/** UUIDv7 in its text form. */
export const Uuid = Type.String({ format: "uuid" });
/** RFC 3339 instant with zone; JSON replies carry UTC. */
export const Instant = Type.String({ format: "date-time" });
/** A day without a clock: YYYY-MM-DD. */
export const Day = Type.String({ format: "date" });

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}
