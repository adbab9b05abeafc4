import {
  type Form,
  Open311Refusal,
  type PublicService,
  publicServices,
  sendRequest,
} from "../open311/index.ts";
import { DomainError, type Platform } from "../platform/index.ts";
import type { FormTokens } from "./form-token.ts";
import { type PortalSite, sending } from "./portal-site.ts";
import type { Texts } from "./texts/es-ar.ts";
import { fill } from "./texts/pick-texts.ts";

export type Taken =
  | { readonly status: "sent"; readonly number: string }
  | { readonly status: "again"; readonly service: PublicService; readonly problems: readonly string[] }
  /** A program: it is told nothing that helps it. */
  | { readonly status: "trapped" }
  | { readonly status: "no-service" };

interface Given {
  readonly site: PortalSite;
  readonly form: Form;
  readonly texts: Texts;
}

/** Opens a ticket from the page's form, once for each opened form however often it is sent. */
export async function takeRequest(
  { platform, tokens }: { platform: Platform; tokens: FormTokens },
  { site, form, texts }: Given,
): Promise<Taken> {
  const field = (name: string): string => form.get(name)?.[0]?.trim() ?? "";
  if (field("website") !== "") return { status: "trapped" };
  const services = await sending(platform, site, (ctx) => publicServices(ctx, site.tenant));
  const service = services.find(({ code }) => code === field("service_code"));
  if (!service) return { status: "no-service" };
  const problems = problemsOf(service, { form, texts });
  const nonce = tokens.read(site.tenant.id, field("token"));
  if (nonce === undefined) problems.push(texts.stale);
  if (problems.length > 0) return { status: "again", service, problems };
  const answered = new Map([...form].filter(([, values]) => values.some((value) => value.trim() !== "")));
  try {
    const { number } = await sending(platform, site, (ctx) =>
      sendRequest(ctx, site.tenant, answered, { idempotencyKey: `portal-${nonce}` }),
    );
    return { status: "sent", number };
  } catch (error) {
    if (error instanceof Open311Refusal || error instanceof DomainError) {
      return { status: "again", service, problems: [texts.refused] };
    }
    throw error;
  }
}

const LEAST_WORDS = 5;

function problemsOf(service: PublicService, { form, texts }: Omit<Given, "site">): string[] {
  const field = (name: string): string => form.get(name)?.[0]?.trim() ?? "";
  const unanswered = service.attributes.filter(
    ({ code, required, variable }) => variable && required && field(`attribute[${code}]`) === "",
  );
  const mail = field("email");
  return [
    ...(field("address_string") === "" ? [texts.missingPlace] : []),
    ...(field("description").length < LEAST_WORDS ? [texts.missingText] : []),
    ...unanswered.map(({ description }) => fill(texts.missingAnswer, { question: description })),
    ...(mail !== "" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail) ? [texts.wrongMail] : []),
  ];
}
