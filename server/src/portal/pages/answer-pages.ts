import type { ArticleHit, FoundArticles } from "@vera/contracts/knowledge";
import type { PublicArticle } from "../../knowledge/index.ts";
import type { TenantRow } from "../../tenants/index.ts";
import { type Html, html } from "../html.ts";
import { paragraphs, portalUrl } from "../page.ts";
import type { Texts } from "../texts/es-ar.ts";
import { fill } from "../texts/pick-texts.ts";
import { searchForm } from "./home-page.ts";

const SECTIONS = ["whatIsIt", "forWhom", "whatDoINeed", "cost", "where", "online"] as const;

interface Found {
  readonly tenant: TenantRow;
  readonly q: string;
  readonly found: FoundArticles;
}

export function answersPage(texts: Texts, { tenant, q, found }: Found): Html {
  return html`<h1>${texts.answers}</h1>${searchForm(texts, { tenant, q })}
<p role="status">${resultWords(texts, found)}</p>
<ul class="links">${found.items.map((hit) => hitRow(tenant, hit))}</ul>
${found.items.length === 0 && html`<a class="big" href="${portalUrl(tenant, "/new")}">${texts.request}</a>`}`;
}

function resultWords(texts: Texts, { by, items }: FoundArticles): string {
  if (items.length === 0) return texts.foundNothing;
  return by === "similar" || by === "some-words"
    ? texts.foundSimilar
    : fill(texts.found, { count: items.length });
}

function hitRow(tenant: TenantRow, { id, title, excerpt }: ArticleHit): Html {
  const words = (parts: ArticleHit["title"]): string => parts.map(({ text }) => text).join("");
  return html`<li><a href="${portalUrl(tenant, `/answers/${id}`)}">${words(title)}</a><small>${words(excerpt)}</small></li>`;
}

interface Answer {
  readonly tenant: TenantRow;
  readonly article: PublicArticle;
  readonly token: string;
  readonly thanked: boolean;
}

export function answerPage(texts: Texts, { tenant, article, token, thanked }: Answer): Html {
  const { body } = article;
  const date = new Intl.DateTimeFormat(texts.language, { dateStyle: "long", timeZone: "UTC" });
  return html`<article><h1>${body.title}</h1>
${article.demo && html`<p class="note">${texts.sample}</p>`}
<p class="summary">${body.summary}</p>
${body.requiredData.length > 0 && html`<section class="ask"><h2>${texts.askFirst}</h2><ul>${body.requiredData.map((data) => html`<li>${data}</li>`)}</ul></section>`}
${SECTIONS.filter((section) => body[section] !== "").map(
  (section) => html`<section><h2>${texts[section]}</h2>${paragraphs(body[section])}</section>`,
)}
${body.onlineUrl && html`<p><a href="${body.onlineUrl}" rel="noreferrer">${body.onlineUrl}</a></p>`}
${article.files.length > 0 && html`<section><h2>${texts.files}</h2><ul class="links">${article.files.map((file) => html`<li><a href="${portalUrl(tenant, `/answers/${article.id}/files/${file.id}`)}">${file.name}</a></li>`)}</ul></section>`}
<p class="small">${[
    body.norm && `${texts.norm} ${body.norm}. `,
    body.validTo && `${fill(texts.validTo, { day: date.format(new Date(body.validTo)) })}.`,
  ]}</p></article>
${thanked ? html`<p role="status" class="note">${texts.thanks}</p>` : feedbackForm(texts, { tenant, article, token })}`;
}

function feedbackForm(texts: Texts, { tenant, article, token }: Omit<Answer, "thanked">): Html {
  return html`<form method="post" class="feedback" action="${portalUrl(tenant, `/answers/${article.id}/feedback`)}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="version" value="${article.versionId}">
<h2>${texts.usefulAsk}</h2><button class="big" name="kind" value="useful">${texts.usefulDo}</button>
<label for="comment">${texts.wrongAsk}</label><textarea id="comment" name="comment" rows="3" maxlength="1000"></textarea>
${trap(texts)}<button class="big" name="kind" value="wrong">${texts.wrongDo}</button></form>`;
}

/** People do not see it; programs fill in everything. */
export function trap(texts: Texts): Html {
  return html`<p class="trap" aria-hidden="true"><label for="website">${texts.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>`;
}
