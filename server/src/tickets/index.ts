export { followHours } from "./clocks/follow-hours.ts";
export {
  publishBook as publishCompetence,
  saveDraft as saveCompetenceDraft,
} from "./competence/change-book.ts";
export {
  competencePublished,
  ticketAccepted,
  ticketAssigned,
  ticketHandedOver,
  ticketOpened,
  ticketStateChanged,
} from "./events.ts";
export { ticketLabels, ticketTimeline } from "./list/ticket-timeline.ts";
export { createOffice } from "./offices/change-offices.ts";
export { openTicket } from "./open-ticket.ts";
export { type PublicTicket, publicTickets } from "./public/public-tickets.ts";
export { routes } from "./routes.ts";
export { TICKET_KEYPAD, ticketStatusByNumber } from "./status/status-by-number.ts";
export { saveType as saveTicketType } from "./types/save-type.ts";
