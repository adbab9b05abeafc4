import type { Kpi } from "../kpi.ts";

// Emergencies have their own counter and leave both sides; so do calls that we make ourselves.
const counts = `(f.direction = 'inbound' and not f.emergency)`;
const inTime = `f.wait_ms <= f.answer_within_ms`;

export const serviceLevel: Kpi = {
  id: "service-level",
  name: { es: "Nivel de servicio", en: "Service level" },
  unit: "share",
  better: "higher",
  target: 0.8,
  source: "visits",
  numerator: { es: "atendidas en T", en: "answered within T" },
  denominator: { es: "ofrecidas que cuentan", en: "offered that count" },
  dimensions: ["tenant", "queue", "agent"],
  usesThresholds: true,
  version: 1,
  variants: [
    {
      id: "without-short-abandons",
      name: { es: "Sin abandonos cortos", en: "Without short abandons" },
      formula: {
        es: "atendidas en hasta T segundos ÷ (entradas a la cola − abandonadas antes de t₀ segundos). Sin emergencias ni salientes.",
        en: "answered within T seconds ÷ (entered the queue − abandoned before t₀ seconds). Without emergencies and outbound.",
      },
      numerator: `(${counts} and f.outcome = 'answered' and ${inTime})::int`,
      denominator: `(${counts} and not (f.outcome = 'abandoned' and f.wait_ms < f.short_abandon_ms))::int`,
    },
    {
      id: "resolved-in-time",
      name: { es: "Resueltas en plazo", en: "Resolved in time" },
      formula: {
        es: "atendidas, abandonadas o pasadas a devolución en hasta T segundos ÷ entradas a la cola. Sin emergencias ni salientes.",
        en: "answered, abandoned or turned into a callback within T seconds ÷ entered the queue. Without emergencies and outbound.",
      },
      numerator: `(${counts} and f.outcome in ('answered', 'abandoned', 'callback') and ${inTime})::int`,
      denominator: `${counts}::int`,
    },
    {
      id: "of-answered",
      name: { es: "Sobre atendidas", en: "Of those answered" },
      formula: {
        es: "atendidas en hasta T segundos ÷ atendidas. Sin emergencias ni salientes.",
        en: "answered within T seconds ÷ answered. Without emergencies and outbound.",
      },
      numerator: `(${counts} and f.outcome = 'answered' and ${inTime})::int`,
      denominator: `(${counts} and f.outcome = 'answered')::int`,
    },
  ],
};
