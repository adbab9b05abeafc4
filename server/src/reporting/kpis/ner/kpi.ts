import type { Kpi } from "../kpi.ts";

export const ner: Kpi = {
  id: "ner",
  name: { es: "NER, eficacia de la red", en: "NER, network effectiveness ratio" },
  unit: "share",
  better: "higher",
  target: null,
  source: "seizures",
  numerator: {
    es: "tomas atendidas, ocupado, no contesta o rechazadas por la persona",
    en: "seizures answered, busy, not answered or rejected by the person",
  },
  denominator: { es: "tomas", en: "seizures" },
  dimensions: ["trunk", "route", "tenant"],
  usesThresholds: false,
  version: 1,
  variants: [
    {
      id: "of-seizures",
      name: { es: "Sobre tomas", en: "Of seizures" },
      // ITU-T E.425: the network did its part whenever the called side was reached; giving up while it rings is no answer.
      formula: {
        es: "(atendidas + ocupado + no contesta + rechazadas) ÷ tomas: cuando la red cumplió, aunque nadie haya atendido. Si quien llama corta mientras suena es no contesta.",
        en: "(answered + user busy + no answer + rejected) ÷ seizures: whenever the network did its part, even if nobody answered. A caller who gives up while it rings is no answer.",
      },
      numerator: `(f.outcome in ('answered', 'busy', 'no-answer', 'rejected', 'cancelled'))::int`,
      denominator: `1`,
    },
  ],
};
