import type { ArticleBody } from "@vera/contracts/knowledge";
import type { FastifyReply } from "fastify";
import { type ArticleId, type Context, DomainError } from "../platform/index.ts";
import { sendAttachment } from "./attachments/attach-file.ts";
import { openArticle } from "./open-article.ts";

/** What anybody may read of an article: never the note for agents, never internal files. */
export interface PublicArticle {
  readonly id: ArticleId;
  readonly versionId: string;
  readonly demo: boolean;
  readonly body: Omit<ArticleBody, "agentNote" | "owner" | "reviewOn" | "keywords" | "audience">;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** A public text in force; anything else is not there. */
export async function openPublicArticle(ctx: Context, articleId: ArticleId): Promise<PublicArticle> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(articleId);
  const article = isId ? await openArticle(ctx, { articleId, edits: [] }) : undefined;
  const published = article?.published;
  if (!article || !published || article.retired || published.body.audience !== "public") {
    throw new DomainError("not-found", "No public article of that address", { key: "articleNotFound" });
  }
  const { agentNote: _, owner: __, reviewOn: ___, keywords: ____, audience: _____, ...body } = published.body;
  const files = article.attachments.filter(({ audience }) => audience === "public");
  return {
    ...{ id: articleId, versionId: published.id, demo: article.demo, body },
    files: files.map(({ id, name }) => ({ id, name })),
  };
}

export async function sendPublicFile(
  ctx: Context,
  { articleId, attachmentId }: { articleId: ArticleId; attachmentId: string },
  reply: FastifyReply,
): Promise<void> {
  const { files } = await openPublicArticle(ctx, articleId);
  if (!files.some(({ id }) => id === attachmentId)) {
    throw new DomainError("not-found", "No public file of that address", { key: "attachmentNotFound" });
  }
  await sendAttachment(ctx, { articleId, attachmentId }, reply);
}
