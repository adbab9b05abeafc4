import type { TicketKind, TicketPriority } from "@vera/contracts/tickets";

export const TICKET_KINDS = [
  "service-claim",
  "enquiry",
  "complaint",
  "report",
  "suggestion",
  "praise",
  "request",
] as const satisfies readonly TicketKind[];

export const TICKET_PRIORITIES = [
  "low",
  "normal",
  "high",
  "urgent",
] as const satisfies readonly TicketPriority[];
