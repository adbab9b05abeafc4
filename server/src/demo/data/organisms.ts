import type { NewTenant } from "@vera/contracts/tenants";

type DemoOrganism = Omit<NewTenant, "parentId"> & {
  readonly parent: string | null;
  readonly colour: string;
  /** Branch of topics-seed.json that is its own: "jurisdicción" or "jurisdicción > organismo". */
  readonly topics?: string;
};

export const PROVINCE = "santa-fe";

/** The Province, its ministries, agencies and companies, and two local governments. Parents come before children. */
export const ORGANISMS: readonly DemoOrganism[] = [
  {
    slug: PROVINCE,
    parent: null,
    kind: "province",
    name: "Provincia de Santa Fe",
    shortName: "Santa Fe",
    province: "AR-S",
    locality: "Vera",
    colour: "#0b5c74",
  },
  {
    slug: "economia",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Economía",
    shortName: "Economía",
    colour: "#7a5ba8",
  },
  {
    slug: "gobierno",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Gobierno e Innovación Pública",
    shortName: "Gobierno",
    colour: "#4c8f7a",
  },
  {
    slug: "produccion",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Desarrollo Productivo",
    shortName: "Producción",
    colour: "#b8741a",
    topics: "Ministerio de Desarrollo Productivo",
  },
  {
    slug: "salud",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Salud",
    shortName: "Salud",
    colour: "#a8516b",
    topics: "Ministerio de Salud",
  },
  {
    slug: "seguridad",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Justicia y Seguridad",
    shortName: "Seguridad",
    colour: "#1b49a6",
    topics: "Ministerio de Justicia y Seguridad",
  },
  {
    slug: "igualdad",
    parent: PROVINCE,
    kind: "ministry",
    name: "Ministerio de Igualdad y Desarrollo Humano",
    shortName: "Igualdad",
    colour: "#8450b4",
    topics: "Ministerio de Igualdad y Desarrollo Humano",
  },
  {
    slug: "api",
    parent: "economia",
    kind: "agency",
    name: "Administración Provincial de Impuestos",
    shortName: "API",
    colour: "#7a5ba8",
    topics: "Ministerio de Economía > Administración Provincial de Impuestos (API)",
  },
  {
    slug: "registro-civil",
    parent: "gobierno",
    kind: "agency",
    name: "Registro Civil",
    shortName: "Registro Civil",
    colour: "#4c8f7a",
    topics: "Ministerio de Gobierno e Innovación Pública > Registro Civil",
  },
  {
    slug: "tecnologias",
    parent: "gobierno",
    kind: "agency",
    name: "Secretaría de Tecnologías para la Gestión",
    shortName: "Tecnologías",
    colour: "#4c8f7a",
    topics: "Ministerio de Gobierno e Innovación Pública > Secretaría de Tecnologías para la Gestión",
  },
  {
    slug: "epe",
    parent: PROVINCE,
    kind: "company",
    name: "Empresa Provincial de la Energía",
    shortName: "EPE",
    colour: "#b8741a",
    topics: "Empresas y entes > EPE",
  },
  {
    slug: "assa",
    parent: PROVINCE,
    kind: "company",
    name: "Aguas Santafesinas",
    shortName: "ASSA",
    colour: "#0b5c74",
    topics: "Empresas y entes > Aguas Santafesinas (ASSA)",
  },
  {
    slug: "enress",
    parent: PROVINCE,
    kind: "agency",
    name: "Ente Regulador de Servicios Sanitarios",
    shortName: "ENRESS",
    colour: "#1b49a6",
    topics: "Empresas y entes > ENRESS",
  },
  {
    slug: "municipalidad-vera",
    parent: PROVINCE,
    kind: "municipality",
    name: "Municipalidad de Vera",
    shortName: "Vera",
    locality: "Vera",
    colour: "#0f6f52",
    topics: "Municipio o comuna adherida (servicio en la nube)",
  },
  {
    slug: "comuna-los-molles",
    parent: PROVINCE,
    kind: "commune",
    name: "Comuna de Los Molles",
    shortName: "Los Molles",
    locality: "Los Molles",
    colour: "#6c5a3e",
  },
];
