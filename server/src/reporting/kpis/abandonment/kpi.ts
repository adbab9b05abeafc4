import type { Kpi } from "../kpi.ts";

export const abandonment: Kpi = {
  id: "abandonment",
  name: { es: "Abandono", en: "Abandonment" },
  unit: "share",
  better: "lower",
  target: null,
  source: "visits",
  numerator: { es: "abandonadas", en: "abandoned" },
  denominator: { es: "entradas a la cola", en: "entered the queue" },
  dimensions: ["tenant", "queue"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "of-offered",
      name: { es: "Sobre ofrecidas", en: "Of those offered" },
      formula: {
        es: "abandonadas ÷ entradas a la cola. Quien deja su lugar para que lo llamen no abandona.",
        en: "abandoned ÷ entered the queue. Who keeps their place for a callback does not abandon.",
      },
      numerator: `(f.direction = 'inbound' and f.outcome = 'abandoned')::int`,
      denominator: `(f.direction = 'inbound')::int`,
    },
  ],
};
