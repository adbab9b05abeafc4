import { TicketKind, TicketPriority, TicketState } from "@vera/contracts/tickets";
import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

const Uuid = Type.String({ format: "uuid" });
const MaybeUuid = Type.Union([Uuid, Type.Null()]);
const which = { ticketId: Uuid, topicId: Uuid, officeId: MaybeUuid, interactionId: MaybeUuid };

/** `number`: as kept, digits only. No subject and no text: events are kept for ever. */
export const ticketOpened = defineEvent(
  "ticket.opened",
  Type.Object({
    ...which,
    number: Type.String(),
    kind: TicketKind,
    priority: TicketPriority,
    citizenId: MaybeUuid,
  }),
);

export const ticketStateChanged = defineEvent(
  "ticket.state-changed",
  Type.Object({
    ...which,
    from: TicketState,
    to: TicketState,
    /** Seconds in the state before. */
    heldSeconds: Type.Number(),
    citizenId: MaybeUuid,
  }),
);

export const ticketAssigned = defineEvent(
  "ticket.assigned",
  Type.Object({ ...which, assigneeId: MaybeUuid }),
);

export const competencePublished = defineEvent(
  "competence.published",
  Type.Object({ bookId: Uuid, effectiveFrom: Type.String({ format: "date-time" }) }),
);

/** A ticket went to another office, perhaps of another organism. `cameBy` as in the turn. */
export const ticketHandedOver = defineEvent(
  "ticket.handed-over",
  Type.Object({
    ...which,
    fromOfficeId: MaybeUuid,
    fromTenantId: Uuid,
    toTenantId: Uuid,
    cameBy: Type.String(),
    bounces: Type.Integer(),
  }),
);

export const ticketAccepted = defineEvent("ticket.accepted", Type.Object(which));
