export const OFFICES: readonly {
  readonly organism: string;
  readonly name: string;
  readonly members: readonly string[];
}[] = [
  { organism: "assa", name: "Distrito Vera", members: ["ramona.nandubay"] },
  { organism: "assa", name: "Atención comercial", members: ["ramona.nandubay"] },
  { organism: "api", name: "Mesa de ayuda al contribuyente", members: ["pedro.quebracho"] },
  { organism: "municipalidad-vera", name: "Obras y servicios públicos", members: ["elena.chanar"] },
  { organism: "epe", name: "Guardia de reclamos", members: [] },
  { organism: "salud", name: "Turnos y derivaciones", members: [] },
];
