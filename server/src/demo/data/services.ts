import type { Open311Attribute } from "@vera/contracts/open311";

interface DemoService {
  readonly code: string;
  /** Path of the topic, as in topics-seed.json. */
  readonly topic: string;
  readonly name: string;
  readonly description: string;
  readonly groupName: string;
  readonly keywords: readonly string[];
  readonly notice: string;
  /** A place in the street may be published; a home may not. */
  readonly placeIsPublic: boolean;
  readonly attributes: readonly Open311Attribute[];
}

const TOWN = "Municipio o comuna adherida (servicio en la nube) > SiAC Sunchales (modelo)";
const WATER = "Empresas y entes > Aguas Santafesinas (ASSA)";
const NOTICE = "Lo mira la oficina que lo resuelve y te contamos cómo sigue con tu número.";

function choice(code: string, description: string, names: readonly string[]): Open311Attribute {
  const values = names.map((name, index) => ({ key: String(index + 1), name }));
  return {
    ...{ code, description, datatype: "singlevaluelist", datatype_description: "" },
    ...{ required: true, variable: true, values },
  };
}

/** What the town and the water company take from citizens' pages and outside programs. */
export const SERVICES: readonly DemoService[] = [
  {
    ...{ code: "luminaria", topic: `${TOWN} > Alumbrado > Luminaria apagada`, name: "Luminaria apagada" },
    ...{ groupName: "Alumbrado", keywords: ["foco", "luz"], notice: NOTICE, placeIsPublic: true },
    description: "Una luz de la calle que no prende, o que queda prendida de día.",
    attributes: [choice("alcance", "¿Cuántas son?", ["Una sola", "Toda la cuadra", "Varias cuadras"])],
  },
  {
    ...{ code: "bache", topic: `${TOWN} > Calles > Bache`, name: "Bache" },
    ...{ groupName: "Calles", keywords: ["pozo", "pavimento"], notice: NOTICE, placeIsPublic: true },
    description: "Un pozo en la calle.",
    attributes: [],
  },
  {
    ...{ code: "recoleccion", topic: `${TOWN} > Higiene > Recolección`, name: "No pasó la recolección" },
    ...{ groupName: "Higiene", keywords: ["basura", "residuos"], notice: NOTICE, placeIsPublic: false },
    description: "La basura que quedó sin juntar.",
    attributes: [],
  },
  {
    ...{
      code: "perdida",
      topic: `${WATER} > Reclamo > Pérdida en vereda`,
      name: "Pérdida de agua en la vereda",
    },
    ...{ groupName: "Agua", keywords: ["caño", "fuga"], notice: NOTICE, placeIsPublic: true },
    description: "Agua que sale de la vereda o de la calle.",
    attributes: [choice("cuanta", "¿Cuánta agua sale?", ["Apenas", "Corre por el cordón", "Inunda"])],
  },
];
