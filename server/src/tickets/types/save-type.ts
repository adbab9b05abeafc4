import type { SaveTicketType, TicketQuestion, TicketType } from "@vera/contracts/ticket-types";
import {
  audit,
  type Context,
  DomainError,
  inScope,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";
import { readTopic } from "../../tenants/index.ts";
import { insertType, readType, typeTaken, updateType } from "./store.ts";

/** Adds a type, or the next version of one; tickets under way keep what they were asked. */
export async function saveType(
  ctx: Context,
  { typeId, type }: { typeId: string | null; type: SaveTicketType },
): Promise<TicketType> {
  const tenantId = type.tenantId as TenantId;
  inScope(ctx, tenantId);
  if (type.topicId) await readTopic(ctx, type.topicId as TopicId);
  requireSound(type.questions);
  const id = typeId ?? ctx.ids.uuid();
  if (typeId && (await readType(ctx, typeId))?.tenantId !== tenantId) {
    throw new DomainError("not-found", `No ticket type ${typeId} here`, { key: "ticketTypeNotFound" });
  }
  const fields = { ...type, name: type.name.trim() };
  if (await typeTaken(ctx, id, fields)) throw taken(fields.name);
  if (typeId) await updateType(ctx, id, fields);
  else if (!(await insertType(ctx, id, fields))) throw taken(fields.name);
  await audit(ctx, { action: "ticket-type.saved", subject: { kind: "ticket-type", id }, tenantId });
  const saved = await readType(ctx, id);
  if (!saved) throw new DomainError("not-found", `No ticket type ${id} here`, { key: "ticketTypeNotFound" });
  return saved;
}

function taken(name: string): DomainError {
  return new DomainError(
    "conflict",
    `There is a type named "${name}" already, or an active one for its topic`,
    {
      key: "ticketTypeTaken",
      params: { name },
    },
  );
}

/** Codes are used once; lists have values; a condition looks back at a list's value. */
function requireSound(questions: readonly TicketQuestion[]): void {
  for (const [index, question] of questions.entries()) {
    const before = questions.slice(0, index);
    const isList = question.datatype === "singlevaluelist" || question.datatype === "multivaluelist";
    const { onlyIf } = question;
    const source = onlyIf && before.find(({ code }) => code === onlyIf.code);
    const sound =
      !before.some(({ code }) => code === question.code) &&
      isList === (question.values ?? []).length > 0 &&
      (!onlyIf || source?.values?.some(({ key }) => key === onlyIf.value));
    if (sound) continue;
    throw new DomainError(
      "invalid",
      `Question "${question.label}": its code must be its own, a list needs values, and a condition needs a value of an earlier list`,
      { key: "ticketQuestionWrong", params: { question: question.label } },
    );
  }
}
