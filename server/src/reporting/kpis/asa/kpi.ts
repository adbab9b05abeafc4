import type { Kpi } from "../kpi.ts";

const answered = `(f.direction = 'inbound' and f.outcome = 'answered')`;

export const asa: Kpi = {
  id: "asa",
  name: { es: "Demora media en atender", en: "Average speed of answer" },
  unit: "seconds",
  better: "lower",
  target: null,
  source: "visits",
  numerator: { es: "segundos en cola de las atendidas", en: "seconds in queue of those answered" },
  denominator: { es: "atendidas", en: "answered" },
  dimensions: ["tenant", "queue", "agent"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "from-queue-entry",
      name: { es: "Desde la entrada a la cola", en: "From entering the queue" },
      formula: {
        es: "suma del tiempo en cola de las atendidas ÷ atendidas, desde que entran a la cola.",
        en: "sum of the queue time of those answered ÷ answered, from entering the queue.",
      },
      numerator: `case when ${answered} then f.wait_ms / 1000.0 else 0 end`,
      denominator: `${answered}::int`,
    },
  ],
};
