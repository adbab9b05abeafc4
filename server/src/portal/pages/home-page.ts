import type { TenantRow } from "../../tenants/index.ts";
import { type Html, html } from "../html.ts";
import { portalUrl } from "../page.ts";
import type { Texts } from "../texts/es-ar.ts";

export function homePage(texts: Texts, tenant: TenantRow): Html {
  return html`<h1>${texts.homeTitle}</h1>
${searchForm(texts, { tenant, q: "" })}
<section><h2>${texts.follow}</h2>${numberForm(texts, { tenant, number: "", problem: null })}</section>
<section><h2>${texts.request}</h2><p>${texts.requestAbout}</p>
<a class="big" href="${portalUrl(tenant, "/new")}">${texts.request}</a></section>`;
}

export function searchForm(texts: Texts, { tenant, q }: { tenant: TenantRow; q: string }): Html {
  return html`<form class="search" role="search" method="get" action="${portalUrl(tenant, "/answers")}">
<label for="q">${texts.search}</label><input id="q" name="q" type="search" value="${q}" maxlength="120" enterkeyhint="search" aria-describedby="q-hint">
<small id="q-hint">${texts.searchHint}</small><button class="big main">${texts.searchDo}</button></form>`;
}

interface NumberFormState {
  readonly tenant: TenantRow;
  readonly number: string;
  readonly problem: string | null;
}

export function numberForm(texts: Texts, { tenant, number, problem }: NumberFormState): Html {
  return html`<form method="get" action="${portalUrl(tenant, "/status")}">
${problem && html`<p class="problem" role="alert" id="n-problem">${problem}</p>`}
<label for="number">${texts.number}</label><input id="number" name="number" inputmode="numeric" autocomplete="off" value="${number}" maxlength="30" required aria-describedby="n-hint${problem ? " n-problem" : ""}"${problem ? html` aria-invalid="true"` : null}>
<small id="n-hint">${texts.numberHint}</small><button class="big">${texts.followDo}</button></form>`;
}

export function organismsPage(texts: Texts, tenants: readonly TenantRow[]): Html {
  return html`<h1>${texts.organisms}</h1><ul class="links">${tenants.map(
    (tenant) => html`<li><a href="${portalUrl(tenant)}">${tenant.brandName ?? tenant.name}</a></li>`,
  )}</ul>`;
}
