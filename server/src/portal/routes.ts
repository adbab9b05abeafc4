import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  findPublicArticles,
  giveFeedback,
  noteGap,
  openPublicArticle,
  sendPublicFile,
} from "../knowledge/index.ts";
import { type Form, publicServices } from "../open311/index.ts";
import { type ArticleId, DomainError, type Http, type Platform, takesForms } from "../platform/index.ts";
import { ticketStatusByNumber } from "../tickets/index.ts";
import { portalAssets } from "./assets.ts";
import { FormTokens } from "./form-token.ts";
import { type Html, html } from "./html.ts";
import { type PageFrame, page, portalUrl } from "./page.ts";
import { answerPage, answersPage } from "./pages/answer-pages.ts";
import { homePage, organismsPage } from "./pages/home-page.ts";
import { chooseServicePage, requestFormPage, sentPage } from "./pages/request-pages.ts";
import { statusPage } from "./pages/status-page.ts";
import { findSite, listSites, type PortalSite, reading, sending } from "./portal-site.ts";
import { takeRequest } from "./take-request.ts";
import { chosenLanguage, LANGUAGE_COOKIE, pickTexts } from "./texts/pick-texts.ts";

interface Deps {
  /** Folder of the built pages. */
  readonly webDist: string;
}

/** What a page shows; `status` 200 unless it says so. */
interface Shown {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly site: PortalSite;
  readonly frame: PageFrame;
}

/** Shows a page, or has answered by itself. */
type Showing = (asked: Asked) => Promise<Shown | undefined>;

/** Numbers can be guessed, so guessing is slow; nobody sends so many requests by hand. */
const LOOK_UP = { rateLimit: { max: 60, timeWindow: "1 minute" } };
const SEND = { rateLimit: { max: 10, timeWindow: "1 minute" } };

const queryOf = (request: FastifyRequest): Record<string, string | undefined> =>
  request.query as Record<string, string | undefined>;
const formOf = (request: FastifyRequest): Form =>
  request.body instanceof Map ? (request.body as Form) : new Map();
const articleIdOf = (request: FastifyRequest): ArticleId =>
  (request.params as { articleId: string }).articleId as ArticleId;

/** The citizen's own pages: whole without script or account. */
export function routes(http: Http, platform: Platform, { webDist }: Deps): void {
  http.declare("public", "/portal/");
  http.routes.push({ method: "POST", url: "/portal/", permission: "public" });
  http.app.register((scope, _options, done) => {
    takesForms(scope);
    new Portal(scope, platform, webDist).register();
    done();
  });
}

class Portal {
  readonly #scope: FastifyInstance;
  readonly #platform: Platform;
  readonly #tokens: FormTokens;
  readonly #assets: PageFrame["assets"];

  constructor(scope: FastifyInstance, platform: Platform, webDist: string) {
    this.#scope = scope;
    this.#platform = platform;
    this.#tokens = new FormTokens(platform);
    this.#assets = portalAssets(webDist);
  }

  register(): void {
    this.#scope.setErrorHandler((error, request, reply) => this.#refuse(error, request, reply));
    this.#scope.get("/portal", { schema: { hide: true } }, async (request, reply) => {
      const frame = this.#frame(request, null);
      const body = organismsPage(frame.texts, await listSites(this.#platform));
      return await send(reply, frame, { title: frame.texts.portal, body });
    });
    this.#get("", async ({ site, frame: { texts } }) => ({
      title: texts.homeTitle,
      body: homePage(texts, site.tenant),
    }));
    this.#answers();
    this.#requests();
  }

  #answers(): void {
    this.#get("/answers", (asked) => this.#find(asked));
    this.#get("/answers/:articleId", async ({ site, frame: { texts }, request }) => {
      const articleId = articleIdOf(request);
      const article = await reading(this.#platform, site, (ctx) => openPublicArticle(ctx, articleId));
      const shown = { tenant: site.tenant, article, token: this.#tokens.make(site.tenant.id) };
      const thanked = queryOf(request)["thanks"] !== undefined;
      return { title: article.body.title, body: answerPage(texts, { ...shown, thanked }) };
    });
    this.#get("/answers/:articleId/files/:fileId", async ({ site, request, reply }) => {
      const { fileId: attachmentId } = request.params as { fileId: string };
      await reading(this.#platform, site, (ctx) =>
        sendPublicFile(ctx, { articleId: articleIdOf(request), attachmentId }, reply),
      );
      return undefined;
    });
    this.#post("/answers/:articleId/feedback", async ({ site, request, reply }) => {
      await this.#feedback(site, request);
      await reply.redirect(portalUrl(site.tenant, `/answers/${articleIdOf(request)}?thanks`), 303);
      return undefined;
    });
  }

  #requests(): void {
    this.#get("/status", async ({ site, frame: { texts }, request }) => {
      const number = queryOf(request)["number"]?.slice(0, 30) ?? "";
      const status =
        number === ""
          ? null
          : await reading(this.#platform, site, (ctx) => ticketStatusByNumber(ctx, number));
      return { title: texts.follow, body: statusPage(texts, { tenant: site.tenant, number, status }) };
    });
    this.#get("/new", async ({ site, frame: { texts }, request }) => {
      const services = await sending(this.#platform, site, (ctx) => publicServices(ctx, site.tenant));
      const service = services.find(({ code }) => code === queryOf(request)["service"]);
      if (!service) return { title: texts.request, body: chooseServicePage(texts, site.tenant, services) };
      const token = this.#tokens.make(site.tenant.id);
      const state = { tenant: site.tenant, service, token, form: new Map(), problems: [] };
      return { title: service.name, body: requestFormPage(texts, state) };
    });
    this.#post("/new", (asked) => this.#take(asked));
    this.#get("/sent", async ({ site, frame: { texts }, request }) => {
      const number =
        queryOf(request)
          ["number"]?.replace(/[^\d-]/g, "")
          .slice(0, 30) ?? "";
      return { title: texts.sentTitle, body: sentPage(texts, { tenant: site.tenant, number }) };
    });
  }

  async #find({ site, frame: { texts }, request }: Asked): Promise<Shown> {
    const q = queryOf(request)["q"]?.trim().slice(0, 120) ?? "";
    const found = await reading(this.#platform, site, (ctx) => findPublicArticles(ctx, { q }));
    if (q.length > 1 && found.by === "nothing") {
      const gap = { tenantId: site.tenant.id, asked: q, fromPublic: true };
      await sending(this.#platform, site, (ctx) => noteGap(ctx, gap));
    }
    return { title: texts.answers, body: answersPage(texts, { tenant: site.tenant, q, found }) };
  }

  async #feedback(site: PortalSite, request: FastifyRequest): Promise<void> {
    const form = formOf(request);
    const field = (name: string): string => form.get(name)?.[0]?.trim() ?? "";
    const kind = field("kind") === "wrong" ? "wrong" : "useful";
    const honest = field("website") === "" && this.#tokens.read(site.tenant.id, field("token")) !== undefined;
    // Who writes nothing, and programs, are thanked as well: neither learns anything.
    if (!honest || (kind === "wrong" && field("comment") === "")) return;
    const given = { versionId: field("version"), kind, comment: field("comment").slice(0, 1_000) } as const;
    await reading(this.#platform, site, async (ctx) => {
      const articleId = articleIdOf(request);
      await openPublicArticle(ctx, articleId);
      await giveFeedback(ctx, { ...given, articleId, source: "public" });
    });
  }

  async #take({ site, frame: { texts }, request, reply }: Asked): Promise<Shown | undefined> {
    const form = formOf(request);
    const taken = await takeRequest(
      { platform: this.#platform, tokens: this.#tokens },
      { site, form, texts },
    );
    switch (taken.status) {
      case "sent":
        await reply.redirect(portalUrl(site.tenant, `/sent?number=${taken.number}`), 303);
        return undefined;
      case "trapped":
        await reply.redirect(portalUrl(site.tenant), 303);
        return undefined;
      case "no-service":
        throw new DomainError("not-found", "This organism takes no such request");
      case "again": {
        const { service, problems } = taken;
        const token = this.#tokens.make(site.tenant.id);
        const body = requestFormPage(texts, { tenant: site.tenant, service, token, form, problems });
        return { title: service.name, body, status: 422 };
      }
      default:
        return taken satisfies never;
    }
  }

  #get(rest: string, showing: Showing): void {
    const options = { schema: { hide: true }, config: LOOK_UP };
    this.#scope.get(`/portal/:slug${rest}`, options, (request, reply) => this.#show(request, reply, showing));
  }

  #post(rest: string, showing: Showing): void {
    const options = { schema: { hide: true }, config: SEND };
    this.#scope.post(`/portal/:slug${rest}`, options, (request, reply) =>
      this.#show(request, reply, showing),
    );
  }

  async #show(request: FastifyRequest, reply: FastifyReply, showing: Showing): Promise<FastifyReply> {
    const site = await findSite(this.#platform, (request.params as { slug: string }).slug);
    if (!site) throw new DomainError("not-found", "No organism of that short address");
    const frame = this.#frame(request, site);
    const chosen = chosenLanguage(request);
    if (chosen)
      reply.setCookie(LANGUAGE_COOKIE, chosen, { path: "/portal", httpOnly: true, sameSite: "lax" });
    const shown = await showing({ request, reply, site, frame });
    return shown ? await send(reply, frame, shown) : reply;
  }

  #frame(request: FastifyRequest, site: PortalSite | null): PageFrame {
    const texts = pickTexts(request);
    const other = new URL(request.url, "http://portal");
    other.searchParams.set("lang", texts.language === "en" ? "es" : "en");
    const { pathname, search } = other;
    const otherUrl = request.method === "GET" ? `${pathname}${search}` : pathname;
    return { texts, assets: this.#assets, tenant: site?.tenant ?? null, otherUrl };
  }

  async #refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const frame = this.#frame(request, null);
    const { texts } = frame;
    const isBusy = (error as { statusCode?: number }).statusCode === 429;
    if (isBusy)
      return await send(reply, frame, {
        title: texts.portal,
        body: html`<h1>${texts.busy}</h1>`,
        status: 429,
      });
    const missing = error instanceof DomainError && ["not-found", "invalid"].includes(error.code);
    if (!missing) this.#platform.log.error({ err: error, requestId: request.id }, "portal page failed");
    const over = error instanceof DomainError && error.key === "articleNotInForce";
    const body = html`<h1>${texts.notFoundTitle}</h1><p>${over ? texts.notInForce : texts.notFoundText}</p>`;
    return await send(reply, frame, { title: texts.notFoundTitle, body, status: missing ? 404 : 500 });
  }
}

async function send(
  reply: FastifyReply,
  frame: PageFrame,
  { title, body, status = 200 }: Shown,
): Promise<FastifyReply> {
  return await reply
    .code(status)
    .header("cache-control", "no-store")
    .header("content-language", frame.texts.language)
    .type("text/html; charset=utf-8")
    .send(page(frame, { title, body }));
}
