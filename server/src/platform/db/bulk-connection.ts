import pg from "pg";
import { connectionOptions } from "./pool.ts";

/** A connection of its own for loads of millions of rows: the owner's rights, no time limit, COPY. */
export interface BulkConnection {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** `copy … from stdin` in text format; the rows as COPY writes them (see copyLine). */
  copy(statement: string, lines: Iterable<string>): Promise<void>;
}

/** All of `work` in one transaction, or nothing. */
export async function inBulk<T>(url: string, work: (bulk: BulkConnection) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  try {
    await client.query("begin");
    const result = await work({
      query: async (text, values = []) => (await client.query(text, [...values])).rows,
      copy: async (statement, lines) => await copyIn(client, statement, lines),
    });
    await client.query("commit");
    return result;
  } finally {
    // Without a commit the server rolls back.
    await client.end();
  }
}

/** What pg's client asks of a query object; its type definitions leave COPY out. */
interface CopyWire {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  query(text: string): void;
}

const CHUNK = 128 * 1024;

async function copyIn(client: pg.Client, statement: string, lines: Iterable<string>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const copy = {
    submit: (wire: CopyWire) => wire.query(statement),
    handleCopyInResponse: (wire: CopyWire) => {
      let chunk = "";
      for (const line of lines) {
        chunk += line;
        if (chunk.length < CHUNK) continue;
        wire.sendCopyFromChunk(Buffer.from(chunk));
        chunk = "";
      }
      if (chunk !== "") wire.sendCopyFromChunk(Buffer.from(chunk));
      wire.endCopyFrom();
    },
    // After an error pg forgets the query: it is never told that the server is ready again.
    handleError: reject,
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => resolve(),
  };
  client.query(copy as unknown as pg.Submittable);
  await promise;
}

/** One row of COPY's text format; null is \N. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = "";
  for (const [n, value] of values.entries()) {
    if (n > 0) line += "\t";
    line += value === null ? "\\N" : typeof value === "number" ? value : escaped(value);
  }
  return `${line}\n`;
}

const SPECIAL = /[\\\t\n\r]/;
const ALL_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => ESCAPES[sign] ?? sign) : text;
}
