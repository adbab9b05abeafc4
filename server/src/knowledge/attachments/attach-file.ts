import type { Article, Audience } from "@vera/contracts/knowledge";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type ArticleId, type Context, DomainError } from "../../platform/index.ts";
import { cleanText } from "../clean-body.ts";
import { told } from "../held-draft.ts";
import { foundArticle, openArticle } from "../open-article.ts";
import { lockArticle } from "../store.ts";
import { fileKind } from "./file-kind.ts";
import { insertAttachment, readAttachment, takeOutAttachment } from "./store.ts";

export const MOST_ATTACHMENT_BYTES = 10 * 1_048_576;

interface Upload {
  readonly name: string;
  readonly audience: Audience;
  readonly bytes: Buffer;
}

/** The form's parts: `audience` (public or internal) and `file`. */
export async function readAttachmentForm(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, unknown> = {};
  let file: { name: string; bytes: Buffer } | undefined;
  if (request.isMultipart()) {
    const limits = { fileSize: MOST_ATTACHMENT_BYTES + 1, files: 1, fields: 5 };
    for await (const part of request.parts({ limits })) {
      if (part.type === "field") fields[part.fieldname] = part.value;
      else file = { name: part.filename, bytes: await readAll(part.file) };
    }
  }
  const audience = fields["audience"];
  if (file === undefined || (audience !== "public" && audience !== "internal")) {
    throw new DomainError("invalid", "Send a multipart form with audience (public or internal) and file", {
      key: "badUpload",
    });
  }
  return { ...file, audience };
}

export async function attachFile(
  ctx: Context,
  { articleId, name, audience, bytes }: Upload & { articleId: ArticleId },
): Promise<Article> {
  const article = foundArticle(await lockArticle(ctx, articleId), articleId);
  const contentType = fileKind(name, bytes);
  if (contentType === null || bytes.length > MOST_ATTACHMENT_BYTES) {
    throw new DomainError("invalid", "Attach a PDF, PNG, JPEG, DOCX, XLSX or ODT of at most 10 MB", {
      key: "attachmentRefused",
    });
  }
  const { tenantId } = article;
  const file = await ctx.platform.files.put(ctx, { tenantId, contentType, name, body: bytes });
  const id = ctx.ids.uuid();
  await insertAttachment(ctx, {
    ...{ id, tenantId, articleId, fileId: file.id, contentType, audience },
    name: cleanText(name).slice(0, 200),
    bytes: file.bytes,
  });
  await told(ctx, article, "article.file-attached", { attachmentId: id, sha256: file.sha256, audience });
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

interface Which {
  readonly articleId: ArticleId;
  readonly attachmentId: string;
}

export async function detachFile(ctx: Context, { articleId, attachmentId }: Which): Promise<Article> {
  const article = foundArticle(await lockArticle(ctx, articleId), articleId);
  await foundAttachment(ctx, { articleId, attachmentId });
  await takeOutAttachment(ctx, attachmentId);
  await told(ctx, article, "article.file-detached", { attachmentId });
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

/** Given as a download, never shown in our own page: the file is somebody else's. */
export async function sendAttachment(ctx: Context, which: Which, reply: FastifyReply): Promise<void> {
  const attachment = await foundAttachment(ctx, which);
  const file = await ctx.platform.files.open(ctx, attachment.fileId);
  await reply
    .type(attachment.contentType)
    .header("content-length", file.bytes)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`)
    .send(file.stream());
}

async function foundAttachment(ctx: Context, which: Which) {
  const attachment = await readAttachment(ctx, which);
  if (attachment) return attachment;
  throw new DomainError("not-found", `No file ${which.attachmentId} in this article`, {
    key: "attachmentNotFound",
  });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
