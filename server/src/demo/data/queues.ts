export interface DemoQueue {
  readonly code: string;
  readonly name: string;
  readonly organism: string;
  readonly skill: string;
  /** Of the voice queue's wrap-up, in seconds. */
  readonly wrapUpSeconds: number;
}

export const SKILLS: Readonly<Record<string, string>> = {
  general: "Consultas generales",
  agua: "Agua y cloacas",
  energia: "Energía",
  salud: "Salud y turnos",
  impuestos: "Impuestos",
  vera: "Municipalidad de Vera",
};

export const QUEUES: readonly DemoQueue[] = [
  { code: "agua", name: "Agua y cloacas", organism: "santa-fe", skill: "agua", wrapUpSeconds: 120 },
  { code: "energia", name: "Energía · reclamos", organism: "santa-fe", skill: "energia", wrapUpSeconds: 120 },
  { code: "salud", name: "Salud · turnos", organism: "santa-fe", skill: "salud", wrapUpSeconds: 60 },
  {
    code: "impuestos",
    name: "Impuestos y patente",
    organism: "santa-fe",
    skill: "impuestos",
    wrapUpSeconds: 90,
  },
  { code: "general", name: "Consultas generales", organism: "santa-fe", skill: "general", wrapUpSeconds: 60 },
  {
    code: "vera",
    name: "Municipalidad de Vera",
    organism: "municipalidad-vera",
    skill: "vera",
    wrapUpSeconds: 60,
  },
];
