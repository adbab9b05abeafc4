import type { PauseReason } from "@vera/contracts/routing-admin";

type BuiltIn = Omit<PauseReason, "tenantId">;

function reason(n: number, code: string, label: string, more: Partial<BuiltIn> = {}): BuiltIn {
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  return { id, code, label, productive: false, limitSeconds: null, system: false, ...more };
}

/** Known everywhere. `system` ones are set by the router alone. */
export const BUILT_IN_REASONS: readonly BuiltIn[] = [
  reason(1, "break", "Descanso"),
  reason(2, "lunch", "Almuerzo"),
  reason(3, "meeting", "Reunión", { productive: true }),
  reason(4, "training", "Capacitación", { productive: true }),
  reason(5, "back-office", "Tarea administrativa", { productive: true }),
  reason(11, "not-responding", "No responde", { system: true }),
  reason(12, "device-error", "Falla del teléfono o auricular", { system: true }),
  reason(13, "connection-lost", "Se cortó la conexión", { system: true }),
];
