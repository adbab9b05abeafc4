import type { Kpi } from "../kpi.ts";

export const aht: Kpi = {
  id: "aht",
  name: { es: "Tiempo medio de gestión", en: "Average handling time" },
  unit: "seconds",
  better: "neither",
  target: null,
  source: "handled",
  numerator: {
    es: "segundos de conversación, retención y trabajo posterior",
    en: "seconds of talk, hold and wrap-up",
  },
  denominator: { es: "gestionadas", en: "handled" },
  dimensions: ["tenant", "queue", "agent"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "talk-hold-wrap-up",
      name: { es: "Con trabajo posterior", en: "With wrap-up" },
      formula: {
        es: "(conversación + retención + trabajo posterior) ÷ gestionadas: cada agente que atendió un contacto ya terminado. Consultar a otro mientras la persona espera es retención.",
        en: "(talk + hold + wrap-up) ÷ handled: each agent who attended a contact that has ended. Consulting somebody while the citizen waits is hold.",
      },
      numerator: `(f.talk_ms + f.hold_ms + f.wrap_up_ms) / 1000.0`,
      denominator: `1`,
    },
    {
      id: "talk-hold",
      name: { es: "Sin trabajo posterior", en: "Without wrap-up" },
      formula: {
        es: "(conversación + retención) ÷ gestionadas.",
        en: "(talk + hold) ÷ handled.",
      },
      numerator: `(f.talk_ms + f.hold_ms) / 1000.0`,
      denominator: `1`,
    },
  ],
};
