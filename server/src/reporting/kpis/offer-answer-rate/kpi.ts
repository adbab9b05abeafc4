import type { Kpi } from "../kpi.ts";

export const offerAnswerRate: Kpi = {
  id: "offer-answer-rate",
  name: { es: "Ofrecimientos atendidos", en: "Offer answer rate" },
  unit: "share",
  better: "higher",
  target: null,
  source: "offers",
  numerator: { es: "ofrecimientos aceptados", en: "accepted offers" },
  denominator: { es: "ofrecimientos que el agente pudo atender", en: "offers the agent could have answered" },
  dimensions: ["tenant", "queue", "agent"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "without-withdrawn",
      name: { es: "Sin retirados", en: "Without withdrawn" },
      formula: {
        es: "aceptados ÷ (aceptados + rechazados + vencidos). Los que se retiraron porque la persona cortó no cuentan.",
        en: "accepted ÷ (accepted + declined + expired). Those withdrawn because the citizen left do not count.",
      },
      numerator: `(f.outcome = 'accepted')::int`,
      denominator: `(f.outcome in ('accepted', 'declined', 'expired'))::int`,
    },
  ],
};
