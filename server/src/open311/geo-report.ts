import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  type Authenticator,
  asSystem,
  authorise,
  inTransaction,
  type Platform,
  takesForms,
} from "../platform/index.ts";
import { discovery } from "./discovery.ts";
import { asPublic, findJurisdiction } from "./jurisdiction.ts";
import { listRequests, type Query } from "./list-requests.ts";
import { Open311Refusal, refusalOf } from "./refusal.ts";
import { definitionReply, serviceReply } from "./replies.ts";
import { type Form, sendRequest } from "./send-request.ts";
import { readServices, readSubmission, type ServiceRow } from "./store.ts";
import { type Value, writeXml } from "./write-xml.ts";

interface Deps {
  readonly authenticator: Authenticator;
}

interface Answer {
  /** The root element in XML; JSON has none. */
  readonly root: string;
  readonly value: Value;
}

/** Answers in the format that the address ends with. */
type Answering = (request: FastifyRequest, name: string) => Promise<Answer>;

const queryOf = (request: FastifyRequest): Query => request.query as Query;
const SERVICE_REQUESTS = "service_requests";

export function geoReport(scope: FastifyInstance, platform: Platform, deps: Deps): void {
  takesForms(scope);
  scope.setErrorHandler((error, request, reply) => sendRefusal(platform, { error, request, reply }));
  const get = (url: string, answering: Answering): void => {
    scope.get(url, { schema: { hide: true } }, async (request, reply) => {
      const { name, format } = nameAndFormat(request);
      reply.header("access-control-allow-origin", "*");
      return await send(reply, format, await answering(request, name));
    });
  };
  for (const url of ["/open311/discovery.:format", "/open311/v2/discovery.:format"]) {
    get(url, (request) => discover(platform, request));
  }
  get("/open311/v2/services.:format", async (request) => ({
    root: "services",
    value: (await offered(platform, request)).map(serviceReply),
  }));
  get("/open311/v2/services/:name", async (request, name) => ({
    root: "service_definition",
    value: definitionReply(await serviceOf(platform, request, name)) as unknown as Value,
  }));
  get("/open311/v2/requests.:format", (request) => requests(platform, request, queryOf(request)));
  get("/open311/v2/requests/:name", async (request, name) => {
    const query = { jurisdiction_id: queryOf(request)["jurisdiction_id"], service_request_id: name };
    const found = await requests(platform, request, query);
    if (Array.isArray(found.value) && found.value.length > 0) return found;
    throw new Open311Refusal(404, `service_request_id ${name.slice(0, 40)} was not found`);
  });
  get("/open311/v2/tokens/:name", (request, name) => byToken(platform, request, name));
  scope.post(
    "/open311/v2/requests.:format",
    { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: "1 minute" } } },
    async (request, reply) =>
      await send(reply.code(201), nameAndFormat(request).format, await post(platform, deps, request)),
  );
}

async function discover(platform: Platform, request: FastifyRequest): Promise<Answer> {
  const services = await asSystem(platform, "open311", readServices);
  const newest = Math.max(0, ...services.map(({ updatedAt }) => updatedAt.getTime()));
  const origin = `${request.protocol}://${request.host}`;
  return { root: "discovery", value: discovery({ origin, changedAt: newest > 0 ? new Date(newest) : null }) };
}

async function offered(platform: Platform, request: FastifyRequest): Promise<ServiceRow[]> {
  const tenant = await findJurisdiction(platform, queryOf(request)["jurisdiction_id"]);
  return (await asPublic(platform, tenant, readServices)).filter(({ active }) => active);
}

async function serviceOf(platform: Platform, request: FastifyRequest, code: string): Promise<ServiceRow> {
  const service = (await offered(platform, request)).find((known) => known.code === code);
  if (service) return service;
  throw new Open311Refusal(404, `service_code ${code.slice(0, 60)} was not found`);
}

async function requests(platform: Platform, _request: FastifyRequest, query: Query): Promise<Answer> {
  const tenant = await findJurisdiction(platform, query["jurisdiction_id"]);
  const found = await asPublic(platform, tenant, (ctx) => listRequests(ctx, tenant, query));
  return { root: SERVICE_REQUESTS, value: found };
}

async function byToken(platform: Platform, request: FastifyRequest, token: string): Promise<Answer> {
  const tenant = await findJurisdiction(platform, queryOf(request)["jurisdiction_id"]);
  const isToken = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token);
  const sent = isToken && (await asPublic(platform, tenant, (ctx) => readSubmission(ctx, token)));
  if (!sent) throw new Open311Refusal(404, `token ${token.slice(0, 40)} was not found`);
  return { root: SERVICE_REQUESTS, value: [{ service_request_id: sent.number, token }] };
}

/** The key stands in the form, as the standard has it, or in the header of our own API. */
async function post(platform: Platform, { authenticator }: Deps, request: FastifyRequest): Promise<Answer> {
  const form = (request.body instanceof Map ? request.body : new Map()) as Form;
  const field = (name: string): string | undefined => form.get(name)?.[0] ?? queryOf(request)[name];
  const key = field("api_key");
  if (key) request.headers.authorization = `Bearer ${key}`;
  if (!request.headers.authorization) throw new Open311Refusal(403, "api_key was not provided");
  const principal = await authenticator.authenticate(request);
  const wanted = authorise(principal, "ticket.create");
  const tenant = await findJurisdiction(platform, field("jurisdiction_id"));
  if (wanted !== "system" && !wanted.includes(tenant.id)) {
    throw new Open311Refusal(403, "This api_key may not send requests to that jurisdiction");
  }
  const sent = await inTransaction(platform, { actor: principal.actor, scope: wanted }, (ctx) =>
    sendRequest(ctx, tenant, form),
  );
  const notice = { service_notice: sent.service.notice || null, account_id: null };
  switch (sent.service.kind) {
    case "realtime":
      return { root: SERVICE_REQUESTS, value: [{ service_request_id: sent.number, ...notice }] };
    case "batch":
      return { root: SERVICE_REQUESTS, value: [{ token: sent.token, ...notice }] };
    case "blackbox":
      return { root: SERVICE_REQUESTS, value: [notice] };
    default:
      return sent.service.kind satisfies never;
  }
}

/** "033.xml" → the thing and the format; "requests.json" → the format alone. */
function nameAndFormat(request: FastifyRequest): { name: string; format: "xml" | "json" } {
  const { name = "", format: given } = request.params as { name?: string; format?: string };
  const format = given ?? name.split(".").at(-1);
  if (format !== "xml" && format !== "json") {
    throw new Open311Refusal(404, "Ask for a format: the address ends in .xml or .json");
  }
  return { name: name.replace(/\.(xml|json)$/, ""), format };
}

async function send(
  reply: FastifyReply,
  format: "xml" | "json",
  { root, value }: Answer,
): Promise<FastifyReply> {
  if (format === "xml") return await reply.type("text/xml; charset=utf-8").send(writeXml(root, value));
  return await reply.type("application/json; charset=utf-8").send(JSON.stringify(value));
}

interface Failed {
  readonly error: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function sendRefusal(platform: Platform, { error, request, reply }: Failed): Promise<FastifyReply> {
  const told = refusalOf(error);
  if (!told) platform.log.error({ err: error, requestId: request.id }, "open311 request failed");
  const refusal = told ?? { code: 500, description: "Something broke on our side. It was logged." };
  const format = request.url.split("?")[0]?.endsWith(".json") ? "json" : "xml";
  return await send(reply.code(refusal.code), format, { root: "errors", value: [refusal] });
}
