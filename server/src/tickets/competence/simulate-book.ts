import type { CompetenceSimulation } from "@vera/contracts/competence";
import { type Context, inScope, type TenantId } from "../../platform/index.ts";
import { showTicketNumber } from "../numbers/ticket-number.ts";
import { foundDraft } from "./change-book.ts";
import { competentOffice, officesInQuestion, type Question } from "./competent-office.ts";
import { openBook } from "./read-book.ts";
import { type PastTicket, readOfficeCards, readPastTickets, readSetting, type Setting } from "./store.ts";

const DAYS = 30;
/** The newest tickets of the month are enough to see what changes. */
const AT_MOST = 20_000;

/** What the draft would have done with the tickets of the last thirty days. Changes nothing. */
export async function simulateDraft(ctx: Context, tenantId: TenantId): Promise<CompetenceSimulation> {
  inScope(ctx, tenantId);
  const draft = await foundDraft(ctx, tenantId);
  const open = await openBook(ctx, draft.id);
  const to = ctx.clock.now();
  const from = new Date(to.getTime() - DAYS * 86_400_000);
  const tickets = await readPastTickets(ctx, { from, to, limit: AT_MOST });
  if (!open) return { tickets: tickets.length, changed: 0, withoutRule: tickets.length, moves: [] };
  const asked = await askedQuestions(ctx, tickets);
  const ids = officesInQuestion(
    open.book,
    asked.map(({ question }) => question),
  );
  const locals = asked.flatMap(({ setting }) => (setting?.localOfficeId ? [setting.localOfficeId] : []));
  const cards = await readOfficeCards(ctx, [...new Set([...ids, ...locals])]);
  const moves = new Map<string, CompetenceSimulation["moves"][number]>();
  let [changed, withoutRule] = [0, 0];
  for (const { ticket, question, setting } of asked) {
    const offices = {
      localOfficeId: setting?.localOfficeId ?? null,
      takesTickets: (id: string) => cards.has(id),
    };
    const { officeId, rule } = competentOffice(open.book, question, offices);
    if (!rule) withoutRule += 1;
    if (officeId === ticket.officeId) continue;
    changed += 1;
    const to = cards.get(officeId)?.name ?? officeId;
    const key = `${ticket.officeId} ${officeId}`;
    const move = moves.get(key) ?? {
      from: ticket.officeName,
      to,
      tickets: 0,
      example: showTicketNumber(ticket.number),
    };
    moves.set(key, { ...move, tickets: move.tickets + 1 });
  }
  const sorted = [...moves.values()].sort((one, other) => other.tickets - one.tickets);
  return { tickets: tickets.length, changed, withoutRule, moves: sorted.slice(0, 50) };
}

interface Asked {
  readonly ticket: PastTicket;
  readonly question: Question;
  readonly setting: Setting | undefined;
}

/** Topics and places repeat: each pair is looked up once. */
async function askedQuestions(ctx: Context, tickets: readonly PastTicket[]): Promise<Asked[]> {
  const settings = new Map<string, Setting | undefined>();
  const asked: Asked[] = [];
  for (const ticket of tickets) {
    const { tenantId, topicId, locality, department, localityCode, legalOwner, providerClaim } = ticket;
    const key = `${tenantId} ${topicId} ${locality}`;
    if (!settings.has(key)) {
      settings.set(key, await readSetting(ctx, { tenantId, topicId, at: ctx.clock.now(), locality }));
    }
    const setting = settings.get(key);
    const place = { locality, department, localityCode };
    asked.push({
      ticket,
      setting,
      question: { topicPath: setting?.topicPath ?? [], place, legalOwner, providerClaim },
    });
  }
  return asked;
}
