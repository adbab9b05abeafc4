import type { Kpi } from "../kpi.ts";

const answered = `(f.outcome = 'answered')`;

export const averageCallDuration: Kpi = {
  id: "average-call-duration",
  name: { es: "Duración media de las llamadas", en: "Average call duration" },
  unit: "seconds",
  better: "neither",
  target: null,
  source: "seizures",
  numerator: { es: "segundos en conversación con la red", en: "seconds connected" },
  denominator: { es: "tomas atendidas", en: "answered seizures" },
  dimensions: ["trunk", "route", "tenant"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "answer-to-end",
      name: { es: "De la respuesta al fin", en: "From answer to end" },
      formula: {
        es: "suma del tiempo desde la respuesta hasta el fin de las tomas atendidas ÷ tomas atendidas.",
        en: "sum of the time from answer to end of the answered seizures ÷ answered seizures.",
      },
      numerator: `case when ${answered} then f.connected_ms / 1000.0 else 0 end`,
      denominator: `${answered}::int`,
    },
  ],
};
