import type { LegalOwner } from "@vera/contracts/competence";
import type { TicketHop } from "@vera/contracts/ticket-journey";
import { type Context, emit, type TenantId } from "../../platform/index.ts";
import { actingTenant } from "../acting-tenant.ts";
import { waitForOffice } from "../change-state.ts";
import { keepClocks } from "../clocks/keep-clocks.ts";
import type { OfficeCardRow } from "../competence/store.ts";
import { ticketHandedOver } from "../events.ts";
import { type TicketRow, writeOwner } from "../store.ts";
import { endHop, insertHop } from "./store.ts";

interface HandOver {
  readonly office: OfficeCardRow;
  readonly cameBy: TicketHop["cameBy"];
  readonly rule: { readonly id: string; readonly norm: string; readonly sentence: string } | null;
  /** "No me compete". */
  readonly returned: { readonly reason: string; readonly text: string } | null;
  readonly legalOwner: LegalOwner | null;
  readonly decided: boolean;
}

/** Another office has it: its turn begins as the former one's ends, and the clock goes on. */
export async function handOver(
  ctx: Context,
  ticket: TicketRow,
  { office, cameBy, rule, returned, legalOwner, decided }: HandOver,
): Promise<void> {
  const bounces = ticket.bounces + (returned ? 1 : 0);
  await endHop(ctx, ticket.id, returned);
  await insertHop(ctx, ticket.id, {
    tenantId: office.tenantId,
    tenantName: office.tenantName,
    officeId: office.id,
    officeName: office.name,
    calendarId: office.calendarId,
    cameBy,
    ruleId: rule?.id ?? null,
    norm: rule?.norm ?? null,
    sentence: rule?.sentence ?? null,
  });
  // Before it belongs to another organism: afterwards it may be out of reach.
  await waitForOffice(ctx, ticket);
  await keepClocks(ctx, ticket.id);
  const tenantId: TenantId = actingTenant(ctx, ticket);
  await writeOwner(ctx, ticket.id, {
    tenantId: office.tenantId,
    officeId: office.id,
    bounces,
    decided,
    legalOwner: legalOwner ?? ticket.legalOwner,
  });
  await emit(ctx, ticketHandedOver, {
    tenantId,
    key: ticket.id,
    data: {
      ticketId: ticket.id,
      topicId: ticket.topicId,
      officeId: office.id,
      interactionId: ticket.interactionId,
      fromOfficeId: ticket.officeId,
      fromTenantId: ticket.tenantId,
      toTenantId: office.tenantId,
      cameBy,
      bounces,
    },
  });
}
