import { Article } from "@vera/contracts/knowledge";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { ArticleId, Http } from "../../platform/index.ts";
import {
  attachFile,
  detachFile,
  MOST_ATTACHMENT_BYTES,
  readAttachmentForm,
  sendAttachment,
} from "./attach-file.ts";

const tags = ["knowledge"];
const OfFile = Type.Object({ articleId: Uuid, attachmentId: Uuid });

export function attachmentRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/articles/:articleId/attachments",
    permission: "article.edit",
    summary: "Attach a file: multipart form with audience and file (PDF, PNG, JPEG, DOCX, XLSX, ODT; 10 MB)",
    tags,
    params: Type.Object({ articleId: Uuid }),
    // Room for the form around the file.
    bodyLimit: MOST_ATTACHMENT_BYTES + 100_000,
    response: Article,
    status: 201,
    handler: async (ctx, { params, request }) =>
      attachFile(ctx, { ...(await readAttachmentForm(request)), articleId: params.articleId as ArticleId }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/articles/:articleId/attachments/:attachmentId",
    permission: "article.read",
    summary: "An attached file, as a download",
    tags,
    params: OfFile,
    raw: true,
    handler: (ctx, { params: { articleId, attachmentId }, reply }) =>
      sendAttachment(ctx, { articleId: articleId as ArticleId, attachmentId }, reply),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/articles/:articleId/attachments/:attachmentId",
    permission: "article.edit",
    summary: "Take a file out of an article; its bytes stay, because what was told may have pointed at it",
    tags,
    params: OfFile,
    response: Article,
    handler: (ctx, { params: { articleId, attachmentId } }) =>
      detachFile(ctx, { articleId: articleId as ArticleId, attachmentId }),
  });
}
