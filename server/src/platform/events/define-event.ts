import type { Static, TSchema } from "typebox";
import type { TenantId } from "../ids.ts";

export interface EventDefinition<Schema extends TSchema = TSchema> {
  /** Past tense, `interaction.ended`: events announce, they never command. */
  readonly type: string;
  readonly schema: Schema;
}

export interface NewEvent<Data> {
  /** null for acts of the whole installation. */
  readonly tenantId: TenantId | null;
  /** The id of what it happened to; events of one key are read in order. */
  readonly key: string;
  readonly data: Data;
}

export interface AnnouncedEvent<Data = unknown> extends NewEvent<Data> {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
}

export type EventOf<Definition> =
  Definition extends EventDefinition<infer Schema> ? AnnouncedEvent<Static<Schema>> : never;

export function defineEvent<Schema extends TSchema>(type: string, schema: Schema): EventDefinition<Schema> {
  return { type, schema };
}
