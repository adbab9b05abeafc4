import type { TicketState } from "@vera/contracts/tickets";

/** What a citizen is told, in Spanish (es-AR): no acronyms, who has it, what comes next. `on`: "el 3 de noviembre". */
const SENTENCE: Record<TicketState, (on: string) => string> = {
  open: (on) => `fue recibido ${on} y espera que lo tome la oficina que lo resuelve`,
  "in-progress": (on) => `está en curso: lo están resolviendo desde ${on}`,
  "waiting-citizen": (on) => `espera un dato tuyo desde ${on}. Comunicate con nosotros para completarlo`,
  solved: (on) => `fue resuelto ${on}. Si no quedó bien, avisanos y se vuelve a abrir`,
  closed: (on) => `está cerrado desde ${on}`,
  cancelled: (on) => `fue anulado ${on}`,
};

export interface StateAt {
  readonly state: TicketState;
  readonly changedAt: Date;
  /** IANA zone of the organism. */
  readonly zone: string;
}

/** As it is read aloud after "El reclamo número…"; `zone` decides which day it was. */
export function spokenState({ state, changedAt, zone }: StateAt): string {
  const day = new Intl.DateTimeFormat("es-AR", { timeZone: zone, day: "numeric", month: "long" }).format(
    changedAt,
  );
  return `${SENTENCE[state](`el ${day}`)}.`;
}

/** The same as a sentence of its own, for a screen. */
export function writtenState(at: StateAt): string {
  const text = spokenState(at);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
