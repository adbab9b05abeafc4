import Type, { type Static } from "typebox";
import { nullable, Uuid } from "./shapes.ts";

const Code = Type.String({ pattern: "^[a-z][a-z0-9-]{0,39}$" });

/** A question of a type. Data types are those of Open311 GeoReport v2's service attributes. */
export const TicketQuestion = Type.Object({
  code: Code,
  datatype: Type.Union([
    Type.Literal("string"),
    Type.Literal("number"),
    Type.Literal("datetime"),
    Type.Literal("text"),
    Type.Literal("singlevaluelist"),
    Type.Literal("multivaluelist"),
  ]),
  label: Type.String({ minLength: 2, maxLength: 200 }),
  required: Type.Boolean(),
  hint: Type.Optional(nullable(Type.String({ maxLength: 300 }))),
  /** Of the two lists. */
  values: Type.Optional(
    Type.Array(Type.Object({ key: Code, name: Type.String({ minLength: 1, maxLength: 120 }) }), {
      maxItems: 100,
    }),
  ),
  /** Asked only where an earlier list question has this value. */
  onlyIf: Type.Optional(nullable(Type.Object({ code: Code, value: Code }))),
});
export type TicketQuestion = Static<typeof TicketQuestion>;

/** By the question's code; numbers as text, instants in RFC 3339, several values of a list as an array. */
export const TicketAnswers = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.Union([
    Type.String({ maxLength: 4000 }),
    Type.Array(Type.String({ maxLength: 40 }), { maxItems: 100 }),
  ]),
);
export type TicketAnswers = Static<typeof TicketAnswers>;

const Seconds = nullable(Type.Integer({ minimum: 60, maximum: 10_000_000 }));

const typeFields = {
  /** null: any topic that has no type of its own. */
  topicId: nullable(Uuid),
  name: Type.String({ minLength: 2, maxLength: 120 }),
  kind: Type.Union([
    Type.Literal("enquiry"),
    Type.Literal("service-claim"),
    Type.Literal("complaint"),
    Type.Literal("report"),
    Type.Literal("suggestion"),
    Type.Literal("praise"),
    Type.Literal("request"),
  ]),
  priority: Type.Union([
    Type.Literal("low"),
    Type.Literal("normal"),
    Type.Literal("high"),
    Type.Literal("urgent"),
  ]),
  questions: Type.Array(TicketQuestion, { maxItems: 40 }),
  /** Open seconds of the office that has it; null: no such term. */
  firstResponseSeconds: Seconds,
  updateSeconds: Seconds,
  solutionSeconds: Seconds,
  /** What a citizen is told: "5 días hábiles". */
  publishedTime: nullable(Type.String({ maxLength: 120 })),
  active: Type.Boolean(),
};

export const SaveTicketType = Type.Object({ tenantId: Uuid, ...typeFields });
export type SaveTicketType = Static<typeof SaveTicketType>;

export const TicketType = Type.Object({ id: Uuid, tenantId: Uuid, version: Type.Integer(), ...typeFields });
export type TicketType = Static<typeof TicketType>;

export const TicketTypeList = Type.Object({ types: Type.Array(TicketType) });
export type TicketTypeList = Static<typeof TicketTypeList>;

/** null: nothing is asked and no term runs. */
export const TicketTypeFound = Type.Object({ type: nullable(TicketType) });
export type TicketTypeFound = Static<typeof TicketTypeFound>;

export const ShownAnswer = Type.Object({ code: Type.String(), label: Type.String(), value: Type.String() });
export type ShownAnswer = Static<typeof ShownAnswer>;
