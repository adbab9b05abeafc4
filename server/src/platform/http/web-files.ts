import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Http } from "./http.ts";

/** The built pages. A path that is no file opens the desk, which reads the path itself. */
export async function webFiles(http: Http, directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  await http.app.register(fastifyStatic, {
    root: join(directory, "assets"),
    prefix: "/assets/",
    cacheControl: false,
    // Built names carry the hash of their content; pages do not.
    setHeaders: (reply) => void reply.header("cache-control", "public, max-age=31536000, immutable"),
  });
  const page = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    await reply
      .header("cache-control", "no-cache")
      .type("text/html")
      .sendFile(deskPage(directory), directory);
  http.declare("public", "/*", "/assets/");
  http.app.get("/*", { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith("/api/")) return reply.callNotFound();
    return await page(request, reply);
  });
}

function deskPage(directory: string): string {
  return existsSync(join(directory, "index.html")) ? "index.html" : "apps/desk/index.html";
}
