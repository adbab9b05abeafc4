import "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { EN } from "./en.ts";
import { ES_AR, type Texts } from "./es-ar.ts";

/** The only cookie of the portal: the language somebody chose. */
export const LANGUAGE_COOKIE = "vera-portal-lang";

/** By `?lang=` or an earlier choice, then by what the browser prefers; Spanish otherwise. */
export function pickTexts(request: FastifyRequest): Texts {
  const asked = chosenLanguage(request) ?? request.cookies[LANGUAGE_COOKIE];
  if (asked === "en") return EN;
  if (asked === "es") return ES_AR;
  const first = request.headers["accept-language"]?.split(",")[0]?.trim().toLowerCase() ?? "";
  return first.startsWith("en") ? EN : ES_AR;
}

export function chosenLanguage(request: FastifyRequest): string | undefined {
  const { lang } = request.query as { lang?: string };
  return lang === "en" || lang === "es" ? lang : undefined;
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
