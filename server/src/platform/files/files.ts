import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "../context.ts";
import { one, run, sql } from "../db/sql.ts";
import type { FileId, TenantId } from "../ids.ts";
import { loadMasterKey, tenantKey } from "./keys.ts";
import { type ByteRange, seal, unseal } from "./sealed-file.ts";

export interface NewFile {
  readonly tenantId: TenantId;
  readonly contentType: string;
  readonly name?: string;
  readonly body: Buffer | Readable;
}

export interface StoredFile {
  readonly id: FileId;
  readonly sha256: string;
  readonly bytes: number;
}

export interface OpenFile extends StoredFile {
  readonly contentType: string;
  readonly name: string | null;
  stream(range?: ByteRange): Readable;
  buffer(): Promise<Buffer>;
}

interface FileRow {
  readonly id: FileId;
  readonly tenantId: TenantId;
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly name: string | null;
  readonly location: string;
}

/** Recordings, attachments, prompts: encrypted in a folder, named by their content. The caller checks rights and writes the audit row. */
export class Files {
  readonly #directory: string;
  readonly #masterKey: Buffer;

  constructor(options: { readonly directory: string; readonly masterKeyPath: string }) {
    this.#directory = options.directory;
    this.#masterKey = loadMasterKey(options.masterKeyPath);
    mkdirSync(join(this.#directory, "incoming"), { recursive: true, mode: 0o700 });
  }

  /** Durable on disk before the row is; a rollback leaves only an unnamed blob, never a row without one. */
  async put(ctx: Context, { tenantId, contentType, name, body }: NewFile): Promise<StoredFile> {
    const key = await tenantKey(ctx, this.#masterKey, tenantId);
    const incoming = join(this.#directory, "incoming", ctx.ids.uuid());
    const { sha256, bytes } = await seal(incoming, key, body);
    const location = createHash("sha256").update(`${tenantId}:${sha256}`).digest("hex");
    await this.#settle(incoming, this.#path(location));
    const id = ctx.ids.uuid<FileId>();
    await run(
      ctx,
      sql`
        insert into platform.file (id, tenant_id, sha256, bytes, content_type, name, location, created_at)
        values (${id}, ${tenantId}, ${sha256}, ${bytes}, ${contentType}, ${name ?? null}, ${location}, ${ctx.clock.now()})`,
    );
    return { id, sha256, bytes };
  }

  async open(ctx: Context, id: FileId): Promise<OpenFile> {
    const row = await one<FileRow>(
      ctx,
      sql`
        select id, tenant_id as "tenantId", sha256, bytes, content_type as "contentType", name, location
        from platform.file where id = ${id}`,
      "No such file",
    );
    const key = await tenantKey(ctx, this.#masterKey, row.tenantId);
    const path = this.#path(row.location);
    const stream = (range: ByteRange = { start: 0, end: row.bytes - 1 }): Readable =>
      row.bytes === 0 ? Readable.from([]) : Readable.from(unseal(path, key, range), { objectMode: false });
    const { contentType, name, sha256, bytes } = row;
    return { id, contentType, name, sha256, bytes, stream, buffer: () => collect(stream()) };
  }

  /** Removes the row, and the bytes once no other row of the tenant names them. */
  async remove(ctx: Context, id: FileId): Promise<void> {
    const { location } = await one<{ location: string }>(
      ctx,
      sql`delete from platform.file where id = ${id} returning location`,
      "No such file",
    );
    const { others } = await one<{ others: number }>(
      ctx,
      sql`select count(*) as others from platform.file where location = ${location}`,
    );
    if (others === 0) ctx.afterCommit(() => void rm(this.#path(location), { force: true }));
  }

  async #settle(incoming: string, path: string): Promise<void> {
    if (existsSync(path)) return await rm(incoming);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await rename(incoming, path);
  }

  #path(location: string): string {
    return join(this.#directory, location.slice(0, 2), location);
  }
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
