import type { Kpi } from "../kpi.ts";

export const asr: Kpi = {
  id: "asr",
  name: { es: "ASR, tasa de tomas atendidas", en: "ASR, answer-seizure ratio" },
  unit: "share",
  better: "higher",
  target: null,
  source: "seizures",
  numerator: { es: "tomas atendidas", en: "answered seizures" },
  denominator: { es: "tomas", en: "seizures" },
  dimensions: ["trunk", "route", "tenant"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "of-seizures",
      name: { es: "Sobre tomas", en: "Of seizures" },
      // ITU-T E.411: ASR.
      formula: {
        es: "tomas atendidas ÷ tomas. Cada intento en un enlace es una toma: una llamada que falla en dos y se atiende en el tercero son tres.",
        en: "answered seizures ÷ seizures. Each attempt on a trunk is a seizure: a call that fails on two and is answered on a third is three.",
      },
      numerator: `(f.outcome = 'answered')::int`,
      denominator: `1`,
    },
  ],
};
