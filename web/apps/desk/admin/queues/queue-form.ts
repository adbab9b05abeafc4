import type { useAdminForm } from "../kit/use-admin-form.ts";
import type { QueueFields } from "./queue-fields.ts";

/** The form that the parts of a queue share. */
export type QueueForm = Pick<
  ReturnType<typeof useAdminForm<QueueFields, unknown>>,
  "fields" | "set" | "error" | "text" | "tick"
>;
