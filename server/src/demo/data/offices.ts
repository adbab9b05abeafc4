export const OFFICES: readonly {
  readonly organism: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Takes what the rules give to the local government of the place. */
  readonly localFront?: boolean;
}[] = [
  { organism: "assa", name: "Distrito Vera", members: ["ramona.nandubay"] },
  { organism: "assa", name: "Atención comercial", members: ["ramona.nandubay"] },
  { organism: "api", name: "Mesa de ayuda al contribuyente", members: ["pedro.quebracho"] },
  {
    organism: "municipalidad-vera",
    name: "Obras y servicios públicos",
    members: ["elena.chanar"],
    localFront: true,
  },
  { organism: "epe", name: "Guardia de reclamos", members: ["rosa.guaran"] },
  { organism: "salud", name: "Turnos y derivaciones", members: [] },
  { organism: "enress", name: "Reclamos de segunda instancia", members: [] },
  { organism: "comuna-los-molles", name: "Mesa comunal", members: [], localFront: true },
  { organism: "santa-fe", name: "Coordinación de reclamos", members: ["marta.jacaranda"] },
];
