import type { OutcomeKind } from "@vera/contracts/conversations";

export interface DefaultOutcome {
  readonly code: string;
  readonly name: string;
  readonly kind: OutcomeKind;
  readonly requiresSummary: boolean;
}

/** What every organism starts with; each may rename, switch off and add. */
export const DEFAULT_OUTCOMES: readonly DefaultOutcome[] = [
  { code: "resuelto", name: "Resuelto en el momento", kind: "solved", requiresSummary: false },
  { code: "informado", name: "Se dio la información", kind: "solved", requiresSummary: false },
  { code: "ticket", name: "Se abrió o actualizó un ticket", kind: "ticket", requiresSummary: false },
  { code: "transferido", name: "Transferido a otra área", kind: "transferred", requiresSummary: false },
  {
    code: "devolucion",
    name: "Se acordó una devolución de llamada",
    kind: "callback",
    requiresSummary: true,
  },
  { code: "cortado", name: "Se cortó o no contestó", kind: "no-contact", requiresSummary: false },
  { code: "equivocado", name: "Número equivocado o broma", kind: "no-contact", requiresSummary: false },
  { code: "otro", name: "Otro", kind: "other", requiresSummary: true },
];
