/** Nobody of these exists: the surnames are trees of the Chaco and of the Paraná. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: "agent" | "supervisor" | "coordinator" | "back-office" | "tenant-admin" | "platform-admin";
  /** Slug of the organism where the role is held; null = the whole platform. */
  readonly organism: string | null;
  /** Skill code → level from 1 to 5. */
  readonly skills?: Readonly<Record<string, number>>;
}

/** One for all of them: a demonstration listens on this machine only and says what it is on every page. */
export const DEMO_PASSWORD = "quebracho-colorado-1872";

const agent = (username: string, name: string, skills: Readonly<Record<string, number>>): DemoPerson => ({
  username,
  name,
  role: "agent",
  organism: "santa-fe",
  skills: { general: 3, ...skills },
});

export const PEOPLE: readonly DemoPerson[] = [
  agent("ines.aromo", "Inés Aromo", { agua: 5, energia: 4, salud: 3, impuestos: 3, vera: 4 }),
  agent("bruno.timbo", "Bruno Timbó", { energia: 5, agua: 4, vera: 3 }),
  agent("nadia.espinillo", "Nadia Espinillo", { salud: 5, impuestos: 3 }),
  agent("mateo.ombu", "Mateo Ombú", { agua: 3, energia: 3, salud: 3, impuestos: 4, vera: 3 }),
  agent("paula.lapacho", "Paula Lapacho", { agua: 4, salud: 3 }),
  agent("joaquin.tala", "Joaquín Tala", { salud: 4 }),
  agent("sofia.curupi", "Sofía Curupí", { salud: 4, impuestos: 2 }),
  agent("emilio.molle", "Emilio Molle", { agua: 4, energia: 3 }),
  agent("carla.sauce", "Carla Sauce", { impuestos: 5 }),
  agent("ivan.mistol", "Iván Mistol", { impuestos: 4, energia: 2, vera: 2 }),
  agent("julia.guayacan", "Julia Guayacán", { impuestos: 4, salud: 2 }),
  agent("ramiro.laurel", "Ramiro Laurel", { energia: 4, agua: 2 }),
  agent("agustina.ibira", "Agustina Ibirá", { salud: 3, vera: 4 }),
  agent("franco.urunday", "Franco Urunday", { agua: 3 }),
  agent("lia.palmar", "Lía Palmar", { impuestos: 2, vera: 5 }),
  { username: "daniela.ceibal", name: "Daniela Ceibal", role: "supervisor", organism: "santa-fe" },
  { username: "hugo.algarrobo", name: "Hugo Algarrobo", role: "supervisor", organism: "santa-fe" },
  { username: "marta.jacaranda", name: "Marta Jacarandá", role: "coordinator", organism: "santa-fe" },
  { username: "ramona.nandubay", name: "Ramona Ñandubay", role: "back-office", organism: "assa" },
  { username: "pedro.quebracho", name: "Pedro Quebracho", role: "back-office", organism: "api" },
  { username: "elena.chanar", name: "Elena Chañar", role: "back-office", organism: "municipalidad-vera" },
  { username: "rosa.guaran", name: "Rosa Guarán", role: "back-office", organism: "epe" },
  { username: "oscar.aguaribay", name: "Oscar Aguaribay", role: "tenant-admin", organism: "santa-fe" },
  { username: "alicia.itin", name: "Alicia Itín", role: "platform-admin", organism: null },
];
