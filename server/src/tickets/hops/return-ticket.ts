import type { ReturnTicket } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, type TicketId } from "../../platform/index.ts";
import { actingTenant } from "../acting-tenant.ts";
import { holdTicket } from "../change-state.ts";
import { findCompetence } from "../competence/answer-competence.ts";
import { type OfficeCardRow, readOfficeCards } from "../competence/store.ts";
import { addChange } from "../history/store.ts";
import { showTicket } from "../show-ticket.ts";
import type { TicketRow } from "../store.ts";
import { bounceLimit } from "./bounce-limit.ts";
import { handOver } from "./hand-over.ts";
import { readHops } from "./store.ts";

/**
 * "No me compete": the office says whose it is instead. It goes there at once while returns are left and that office has
 * not returned it itself; otherwise to the coordinator's office, who decides for good.
 */
export async function returnTicket(
  ctx: Context,
  { ticketId, version, ...given }: ReturnTicket & { ticketId: TicketId },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  requireReturnable(ticket);
  const text = given.text.trim();
  const limit = await bounceLimit(ctx, ticket);
  const proposed = await proposedOffice(ctx, ticket, given);
  if (proposed.office.id === ticket.officeId) {
    throw new DomainError("invalid", "This office has the ticket already; propose another one", {
      key: "ticketReturnedToItself",
    });
  }
  const hops = await readHops(ctx, ticketId);
  const refusedBefore = hops.some(
    ({ officeId, returnReason }) => officeId === proposed.office.id && returnReason !== null,
  );
  const escalate = ticket.bounces >= limit.maxBounces || refusedBefore;
  const office = escalate ? limit.coordinator : proposed.office;
  if (!office || office.id === ticket.officeId) {
    throw new DomainError("conflict", "Nobody is left to return it to: a coordinator must decide", {
      key: "ticketNobodyLeft",
    });
  }
  const tenantId = actingTenant(ctx, ticket);
  await addChange(ctx, ticket, { what: "returned", from: ticket.officeName, to: office.name, text });
  await audit(ctx, {
    action: "ticket.returned",
    subject: { kind: "ticket", id: ticketId },
    tenantId,
    detail: { reason: given.reason, to: office.id, escalated: escalate },
  });
  await handOver(ctx, ticket, {
    office,
    cameBy: escalate ? "escalated" : "returned",
    rule: escalate ? null : proposed.rule,
    returned: { reason: given.reason, text },
    legalOwner: given.proposedLegalOwner ?? null,
    decided: false,
  });
  return await showTicket(ctx, ticketId);
}

function requireReturnable({ state, decided }: TicketRow): void {
  if (decided) {
    throw new DomainError(
      "conflict",
      "A coordinator decided that this office is competent; it cannot be returned",
      {
        key: "ticketDecided",
      },
    );
  }
  if (state === "open" || state === "in-progress") return;
  throw new DomainError("conflict", `A ticket that is ${state} cannot be returned`, {
    key: "ticketNotReturnable",
    params: { state },
  });
}

interface Proposed {
  readonly office: OfficeCardRow;
  readonly rule: { readonly id: string; readonly norm: string; readonly sentence: string } | null;
}

/** The office named; else what the rules say once it is known whose the thing is. */
async function proposedOffice(
  ctx: Context,
  ticket: TicketRow,
  given: Pick<ReturnTicket, "proposedOfficeId" | "proposedLegalOwner">,
): Promise<Proposed> {
  if (given.proposedOfficeId) {
    const office = (await readOfficeCards(ctx, [given.proposedOfficeId])).get(given.proposedOfficeId);
    if (office) return { office, rule: null };
    throw new DomainError("not-found", `No office ${given.proposedOfficeId} takes tickets`, {
      key: "officeNotFound",
    });
  }
  const found =
    given.proposedLegalOwner &&
    (await findCompetence(ctx, {
      tenantId: ticket.originTenantId,
      topicId: ticket.topicId,
      locality: ticket.placeLocality,
      department: ticket.placeDepartment,
      localityCode: ticket.placeLocalityCode,
      legalOwner: given.proposedLegalOwner,
      providerClaim: ticket.providerClaim,
    }));
  if (found) return { office: found.office, rule: found.competence.rule };
  throw new DomainError("invalid", "Say whose it is: an office, or the legal owner of the thing", {
    key: "ticketProposeOwner",
  });
}
