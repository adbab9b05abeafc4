import type { AskCompetence, CompetenceAnswer, LegalOwner } from "@vera/contracts/competence";
import { type Context, inScope, type TenantId, type TopicId } from "../../platform/index.ts";
import { type Competence, competentOffice, officesInQuestion, type Question } from "./competent-office.ts";
import { openBook } from "./read-book.ts";
import { type OfficeCardRow, readOfficeCards, readSetting } from "./store.ts";

const OWNERS: readonly LegalOwner[] = ["nation", "province", "municipality", "company", "private"];

export interface CompetenceFound {
  readonly office: OfficeCardRow;
  readonly competence: Competence;
  readonly maxBounces: number;
  readonly fallbackOfficeId: string;
  /** The office that each legal owner would make competent. */
  readonly ofOwner: ReadonlyMap<LegalOwner, OfficeCardRow>;
}

/** Who is competent now; undefined where no rules hold for the asking organism. */
export async function findCompetence(
  ctx: Context,
  asked: AskCompetence,
): Promise<CompetenceFound | undefined> {
  const { locality = null, department = null, localityCode = null, legalOwner = null } = asked;
  const setting = await readSetting(ctx, {
    tenantId: asked.tenantId as TenantId,
    topicId: asked.topicId as TopicId,
    at: ctx.clock.now(),
    locality,
  });
  const open = setting?.bookId ? await openBook(ctx, setting.bookId) : undefined;
  if (!setting || !open) return undefined;
  const question: Question = {
    topicPath: setting.topicPath ?? [],
    place: { locality, department, localityCode },
    legalOwner,
    providerClaim: asked.providerClaim?.trim() || null,
  };
  const variants = OWNERS.map((owner) => ({ owner, question: { ...question, legalOwner: owner } }));
  const ids = officesInQuestion(open.book, [question, ...variants.map((variant) => variant.question)]);
  const cards = await readOfficeCards(ctx, [
    ...ids,
    ...(setting.localOfficeId ? [setting.localOfficeId] : []),
  ]);
  const offices = { localOfficeId: setting.localOfficeId, takesTickets: (id: string) => cards.has(id) };
  const competence = competentOffice(open.book, question, offices);
  const office = cards.get(competence.officeId);
  if (!office) return undefined;
  const ofOwner = new Map<LegalOwner, OfficeCardRow>();
  for (const { owner, question: variant } of variants) {
    const { officeId, rule } = competentOffice(open.book, variant, offices);
    const card = cards.get(officeId);
    if (rule && card) ofOwner.set(owner, card);
  }
  const { maxBounces } = open.row;
  return { office, competence, maxBounces, fallbackOfficeId: open.book.fallbackOfficeId, ofOwner };
}

/** For the agent, while the citizen is on the line. */
export async function answerCompetence(ctx: Context, asked: AskCompetence): Promise<CompetenceAnswer> {
  inScope(ctx, asked.tenantId as TenantId);
  const found = await findCompetence(ctx, asked);
  if (!found) {
    return { ...NOBODY, by: "no-rules" };
  }
  const { office, competence, ofOwner } = found;
  const { rule, firstInstance } = competence;
  const others = [...ofOwner].filter(([, card]) => card.id !== office.id);
  return {
    office: shown(office),
    by: rule ? "rule" : "fallback",
    ruleId: rule?.id ?? null,
    norm: rule?.norm ?? null,
    sentence: (firstInstance ? rule?.secondInstance?.sentence : rule?.sentence) ?? null,
    needsClaimOf: firstInstance ? (rule?.secondInstance?.provider ?? null) : null,
    depends: asked.legalOwner
      ? []
      : others.map(([legalOwner, card]) => ({ legalOwner, office: shown(card) })),
  };
}

const NOBODY = {
  office: null,
  ruleId: null,
  norm: null,
  sentence: null,
  needsClaimOf: null,
  depends: [],
} satisfies Omit<CompetenceAnswer, "by">;

export function shown({ id, name, tenantId, tenantName }: OfficeCardRow) {
  return { id, name, tenantId, tenantName };
}
