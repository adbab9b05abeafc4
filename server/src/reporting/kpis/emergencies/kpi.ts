import type { Kpi } from "../kpi.ts";

export const emergencies: Kpi = {
  id: "emergencies",
  name: { es: "Emergencias derivadas", en: "Emergencies handed off" },
  unit: "count",
  better: "neither",
  target: null,
  source: "emergencies",
  numerator: { es: "interacciones con emergencia", en: "interactions with an emergency" },
  denominator: { es: "sin denominador", en: "no denominator" },
  dimensions: ["tenant"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "count",
      name: { es: "Cantidad", en: "Count" },
      formula: {
        es: "interacciones en las que se detectó una emergencia (911, 107 y otros números cortos). No entran en el nivel de servicio.",
        en: "interactions in which an emergency was detected (911, 107 and other short numbers). They are not in the service level.",
      },
      numerator: `1`,
      denominator: `0`,
    },
  ],
};
