import { PromptKey } from "@vera/contracts/ivr-nodes";
import { Uuid } from "@vera/contracts/shapes";
import type { FastifyRequest } from "fastify";
import Type from "typebox";
import Value from "typebox/value";
import { DomainError, type TenantId } from "../../platform/index.ts";
import { MOST_UPLOAD_BYTES } from "../speech/audio/convert-upload.ts";

const Fields = Type.Object({
  tenantId: Uuid,
  key: PromptKey,
  name: Type.String({ minLength: 1, maxLength: 120 }),
});

export type Upload = {
  tenantId: TenantId;
  key: string;
  name: string;
  fileName: string | null;
  bytes: Buffer;
};

/** The parts of the upload form, in any order. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new DomainError("invalid", "Send a multipart form with tenantId, key, name and file", {
      key: "badUpload",
    });
  }
  const fields: Record<string, unknown> = {};
  let file: { fileName: string | null; bytes: Buffer } | undefined;
  for await (const part of request.parts({
    limits: { fileSize: MOST_UPLOAD_BYTES + 1, files: 1, fields: 10 },
  })) {
    if (part.type === "field") fields[part.fieldname] = part.value;
    // Beyond the limit the file is cut, and then refused by its size.
    else file = { fileName: part.filename || null, bytes: await readAll(part.file) };
  }
  if (file === undefined || !Value.Check(Fields, fields)) {
    throw new DomainError(
      "invalid",
      "The form needs tenantId, key (small letters, digits, dashes), name and file",
      {
        key: "badUpload",
      },
    );
  }
  return { ...fields, tenantId: fields.tenantId as TenantId, ...file };
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
