import type { Context } from "../platform/index.ts";
import { publishCompetence, saveCompetenceDraft, saveTicketType } from "../tickets/index.ts";
import { COMPETENCE, FALLBACK_OFFICE } from "./data/competence.ts";
import { PROVINCE } from "./data/organisms.ts";
import { TICKET_TYPES } from "./data/ticket-types.ts";
import { required, type SeededOrganisms } from "./seed-organisms.ts";

interface Seeded {
  readonly organisms: SeededOrganisms;
  /** By "organism/office". */
  readonly offices: ReadonlyMap<string, string>;
}

/** The province's rules of competence, published, and its catalogue of tickets. */
export async function seedCompetence(ctx: Context, { organisms, offices }: Seeded): Promise<void> {
  const tenantId = required(organisms.tenants, PROVINCE);
  const office = (name: string): string => required(offices, name);
  await saveCompetenceDraft(ctx, {
    tenantId,
    fallbackOfficeId: office(FALLBACK_OFFICE),
    maxBounces: 2,
    rules: COMPETENCE.map((rule) => ({
      topicId: rule.topic === null ? null : required(organisms.topics, rule.topic).id,
      place: { locality: rule.locality ?? null, department: null, localityCode: null },
      legalOwner: rule.legalOwner ?? null,
      target:
        rule.office === null
          ? { kind: "local-government" }
          : { kind: "office", officeId: office(rule.office) },
      norm: rule.norm,
      sentence: rule.sentence,
      secondInstance: rule.secondInstance
        ? {
            provider: rule.secondInstance.provider,
            firstOfficeId: office(rule.secondInstance.office),
            sentence: rule.secondInstance.sentence,
          }
        : null,
    })),
  });
  await publishCompetence(ctx, { tenantId, note: "Reglas de la demostración" });
  for (const { topic, ...type } of TICKET_TYPES) {
    const { id: topicId } = required(organisms.topics, topic);
    await saveTicketType(ctx, { typeId: null, type: { ...type, tenantId, topicId, active: true } });
  }
}
