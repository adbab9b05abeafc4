import type { FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyInstance {
    /** How people reach us (VERA_PUBLIC_URL); null: by whatever address they use. */
    publicUrl: URL | null;
  }
}

/** Whether a page of this origin is one of ours. "null" and other origins without a host belong to nobody. */
export function isOwnOrigin(request: FastifyRequest, origin: string): boolean {
  const { publicUrl } = request.server;
  if (!URL.canParse(origin)) return false;
  const { origin: asked, host } = new URL(origin);
  return publicUrl ? asked === publicUrl.origin : host === request.host;
}

/** Whether the person's browser speaks https with us, or with the proxy in front of us. */
export function isSecure(request: FastifyRequest): boolean {
  return (request.server.publicUrl?.protocol ?? `${request.protocol}:`) === "https:";
}
