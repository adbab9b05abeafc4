import { textBlocks } from "@vera/contracts/text-blocks";
import type { TenantRow } from "../tenants/index.ts";
import { type Html, html } from "./html.ts";
import type { Texts } from "./texts/es-ar.ts";

/** Addresses of the built style and script; none where the pages were not built. */
export interface PortalAssets {
  readonly styles: readonly string[];
  readonly script: string | null;
}

export interface PageFrame {
  readonly texts: Texts;
  readonly assets: PortalAssets;
  readonly tenant: TenantRow | null;
  /** The same page in the other language. */
  readonly otherUrl: string;
}

export const portalUrl = (tenant: TenantRow, rest = ""): string => `/portal/${tenant.slug}${rest}`;

/** A whole page: works without its script. */
export function page(frame: PageFrame, { title, body }: { title: string; body: Html }): string {
  const { texts, assets, tenant, otherUrl } = frame;
  const name = tenant ? (tenant.brandName ?? tenant.name) : "Vera";
  const home = tenant ? portalUrl(tenant) : "/portal";
  return html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#12303a">
<title>${title} · ${name}</title>
${assets.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${assets.script && html`<script type="module" src="${assets.script}"></script>`}
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="head"><a href="${home}"><b>${texts.portal}</b><span>${name}</span></a></header>
<main id="content">${body}</main>
<footer class="foot"><p>${texts.emergency}</p><p><a href="${otherUrl}" rel="nofollow">${texts.otherLanguage}</a></p></footer>
</body>
</html>`.text;
}

/** Plain text as paragraphs and lists, as the desk shows it. */
export function paragraphs(text: string): Html[] {
  return textBlocks(text).map((block) => {
    if (block.kind === "paragraph") return html`<p>${block.text}</p>`;
    const items = block.items.map((item) => html`<li>${item}</li>`);
    return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  });
}
