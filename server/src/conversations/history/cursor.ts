import { DomainError } from "../../platform/index.ts";

/** Where a page ended: the value it is sorted by and the id that breaks ties. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(`${id}${value}`).toString("base64url");
}

export function readCursor(text: string): Cursor {
  const plain = Buffer.from(text, "base64url").toString();
  const id = plain.slice(0, 36);
  const value = plain.slice(36);
  if (!UUID.test(id) || value === "" || (!/^\d+$/.test(value) && Number.isNaN(Date.parse(value)))) {
    throw new DomainError("invalid", "This cursor was not given by Vera; start from the first page");
  }
  return { id, value };
}
