import type { SaveTicketType } from "@vera/contracts/ticket-types";

/** An hour and a working day of eight hours, in open seconds. */
const HOUR = 3600;
const DAY = 8 * HOUR;

const YES_NO = [
  { key: "si", name: "Sí" },
  { key: "no", name: "No" },
];

type DemoType = Omit<SaveTicketType, "tenantId" | "topicId" | "active"> & {
  /** Path of the topic tree. */
  readonly topic: string;
};

const MUNICIPAL = "Municipio o comuna adherida (servicio en la nube) > SiAC Sunchales (modelo)";

/** What is asked and promised for the demonstration's commonest claims. */
export const TICKET_TYPES: readonly DemoType[] = [
  {
    topic: `${MUNICIPAL} > Alumbrado`,
    name: "Luminaria apagada",
    kind: "service-claim",
    priority: "normal",
    questions: [
      {
        code: "riesgo",
        datatype: "singlevaluelist",
        label: "¿Hay cables caídos o la columna está por caerse?",
        required: true,
        values: YES_NO,
        hint: "Si hay riesgo, que nadie se acerque.",
      },
      {
        code: "que-riesgo",
        datatype: "text",
        label: "¿Qué se ve?",
        required: true,
        onlyIf: { code: "riesgo", value: "si" },
      },
      {
        code: "cuantas",
        datatype: "singlevaluelist",
        label: "¿Cuántas luces no andan?",
        required: true,
        values: [
          { key: "una", name: "Una" },
          { key: "cuadra", name: "Toda la cuadra" },
          { key: "mas", name: "Más de una cuadra" },
        ],
      },
      { code: "columna", datatype: "string", label: "Número de la columna, si lo tiene", required: false },
    ],
    firstResponseSeconds: DAY,
    updateSeconds: 3 * DAY,
    solutionSeconds: 5 * DAY,
    publishedTime: "5 días hábiles",
  },
  {
    topic: "Empresas y entes > Aguas Santafesinas (ASSA) > Reclamo",
    name: "Falta de agua o pérdida",
    kind: "service-claim",
    priority: "high",
    questions: [
      {
        code: "toda-la-cuadra",
        datatype: "singlevaluelist",
        label: "¿Les pasa también a los vecinos?",
        required: false,
        values: YES_NO,
      },
      { code: "desde", datatype: "datetime", label: "¿Desde cuándo?", required: false },
    ],
    firstResponseSeconds: 4 * HOUR,
    updateSeconds: DAY,
    solutionSeconds: 2 * DAY,
    publishedTime: "2 días hábiles",
  },
];
