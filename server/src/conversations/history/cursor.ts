import { DomainError } from "../../platform/index.ts";

/** Where a page ended: the value it is sorted by, as the database wrote it, and the id that breaks ties. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^\d{1,15}$/;
// PostgreSQL's own text of a timestamptz, microseconds kept: a JavaScript date would lose them and skip rows.
const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(`${id}${value}`).toString("base64url");
}

export function readCursor(text: string, sort: "startedAt" | "waitMs" | "talkMs"): Cursor {
  const plain = Buffer.from(text, "base64url").toString();
  const id = plain.slice(0, 36);
  const value = plain.slice(36);
  if (!UUID.test(id) || !(sort === "startedAt" ? INSTANT : NUMBER).test(value)) {
    throw new DomainError("invalid", "This cursor does not belong to this list; start from the first page", {
      key: "cursorUnknown",
    });
  }
  return { id, value };
}
