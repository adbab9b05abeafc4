import type { LegalOwner } from "@vera/contracts/competence";

/** "organism/office" of offices.ts. */
type OfficeName = `${string}/${string}`;

interface DemoRule {
  /** Path of the topic tree; null: any. */
  readonly topic: string | null;
  readonly locality?: string;
  readonly legalOwner?: LegalOwner;
  /** null: the local government of the place. */
  readonly office: OfficeName | null;
  readonly norm: string;
  readonly sentence: string;
  readonly secondInstance?: {
    readonly provider: string;
    readonly office: OfficeName;
    readonly sentence: string;
  };
}

export const FALLBACK_OFFICE: OfficeName = "santa-fe/Coordinación de reclamos";

const MUNICIPAL = "Municipio o comuna adherida (servicio en la nube)";

/** Who owes the answer to what, for the demonstration: examples, not the official allotment. */
export const COMPETENCE: readonly DemoRule[] = [
  {
    topic: MUNICIPAL,
    office: null,
    norm: "Ley 2.756 (municipios) y 2.439 (comunas)",
    sentence: "De eso se ocupa el municipio o la comuna del lugar. Lo recibe ahora su oficina.",
  },
  {
    topic: MUNICIPAL,
    legalOwner: "company",
    office: "epe/Guardia de reclamos",
    norm: "Ley 10.014 (EPE) y convenio de alumbrado",
    sentence: "Esa columna es de la Empresa Provincial de la Energía. Lo recibe ahora su guardia.",
  },
  {
    topic: "Empresas y entes > EPE",
    office: "epe/Guardia de reclamos",
    norm: "Ley 10.014",
    sentence: "Lo recibe la guardia de la Empresa Provincial de la Energía.",
  },
  {
    topic: "Empresas y entes > Aguas Santafesinas (ASSA) > Comercial",
    office: "assa/Atención comercial",
    norm: "Ley 11.220",
    sentence: "Lo recibe la atención comercial de Aguas Santafesinas.",
  },
  {
    topic: "Empresas y entes > Aguas Santafesinas (ASSA)",
    office: "assa/Distrito Vera",
    norm: "Ley 11.220",
    sentence: "Lo recibe Aguas Santafesinas, distrito Vera.",
  },
  {
    topic: "Empresas y entes > ENRESS",
    office: "enress/Reclamos de segunda instancia",
    norm: "Ley 11.220 art. 26 y siguientes",
    sentence: "El ente regulador revisa lo que respondió Aguas Santafesinas.",
    secondInstance: {
      provider: "Aguas Santafesinas",
      office: "assa/Distrito Vera",
      sentence:
        "Primero lo recibe Aguas Santafesinas. Con su número de reclamo, si no responde, sigue el ente regulador.",
    },
  },
  {
    topic: "Ministerio de Economía > Administración Provincial de Impuestos (API)",
    office: "api/Mesa de ayuda al contribuyente",
    norm: "Ley 3.456 (Código Fiscal)",
    sentence: "Lo recibe la mesa de ayuda de la Administración Provincial de Impuestos.",
  },
  {
    topic: "Ministerio de Salud",
    office: "salud/Turnos y derivaciones",
    norm: "Ley de Ministerios 14.224",
    sentence: "Lo recibe el Ministerio de Salud, turnos y derivaciones.",
  },
];
