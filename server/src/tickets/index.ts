export { ticketAssigned, ticketOpened, ticketStateChanged } from "./events.ts";
export { ticketLabels, ticketTimeline } from "./list/ticket-timeline.ts";
export { createOffice } from "./offices/change-offices.ts";
export { openTicket } from "./open-ticket.ts";
export { type PublicTicket, publicTickets } from "./public/public-tickets.ts";
export { routes } from "./routes.ts";
export { TICKET_KEYPAD, ticketStatusByNumber } from "./status/status-by-number.ts";
