import type { Kpi } from "../kpi.ts";

const onContact = `(f.activity = 'on-contact')`;
const wrapUp = `(f.activity = 'wrap-up')`;
// Ringing is waiting: the agent is ready and attends nobody yet.
const ready = `(f.state = 'ready' and f.activity in ('idle', 'offered'))`;
const seconds = `f.span_ms / 1000.0`;

export const occupancy: Kpi = {
  id: "occupancy",
  name: { es: "Ocupación", en: "Occupancy" },
  unit: "share",
  better: "neither",
  target: null,
  source: "agent-time",
  numerator: { es: "segundos en contacto", en: "seconds on contact" },
  denominator: { es: "segundos en contacto o listo", en: "seconds on contact or ready" },
  dimensions: ["agent"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "on-contact",
      name: { es: "En contacto", en: "On contact" },
      formula: {
        es: "tiempo en contacto ÷ (tiempo en contacto + tiempo listo).",
        en: "time on contact ÷ (time on contact + time ready).",
      },
      numerator: `case when ${onContact} then ${seconds} else 0 end`,
      denominator: `case when ${onContact} or ${ready} then ${seconds} else 0 end`,
    },
    {
      id: "with-wrap-up",
      name: { es: "Con trabajo posterior", en: "With wrap-up" },
      formula: {
        es: "(tiempo en contacto + trabajo posterior) ÷ (tiempo en contacto + trabajo posterior + tiempo listo).",
        en: "(time on contact + wrap-up) ÷ (time on contact + wrap-up + time ready).",
      },
      numerator: `case when ${onContact} or ${wrapUp} then ${seconds} else 0 end`,
      denominator: `case when ${onContact} or ${wrapUp} or ${ready} then ${seconds} else 0 end`,
    },
  ],
};
