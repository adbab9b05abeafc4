import type { Open311Attribute } from "@vera/contracts/open311";
import type { Form, PublicService } from "../../open311/index.ts";
import type { TenantRow } from "../../tenants/index.ts";
import { type Html, html } from "../html.ts";
import { portalUrl } from "../page.ts";
import type { Texts } from "../texts/es-ar.ts";
import { fill } from "../texts/pick-texts.ts";
import { trap } from "./answer-pages.ts";

/** "1 de 2": what it is about. */
export function chooseServicePage(texts: Texts, tenant: TenantRow, services: readonly PublicService[]): Html {
  if (services.length === 0) return html`<h1>${texts.request}</h1><p>${texts.requestNone}</p>`;
  return html`<p class="small">${fill(texts.requestStep, { step: 1 })}</p><h1>${texts.requestWhat}</h1>
<ul class="links">${services.map(
    ({ code, name, description }) =>
      html`<li><a href="${portalUrl(tenant, `/new?service=${encodeURIComponent(code)}`)}">${name}</a><small>${description}</small></li>`,
  )}</ul>`;
}

export interface RequestFormState {
  readonly tenant: TenantRow;
  readonly service: PublicService;
  readonly token: string;
  /** What was written before, when it is shown again. */
  readonly form: Form;
  readonly problems: readonly string[];
}

/** "2 de 2": where, what, and who if they want. */
export function requestFormPage(texts: Texts, state: RequestFormState): Html {
  const { tenant, service, token, form, problems } = state;
  const was = (name: string): string => form.get(name)?.[0] ?? "";
  return html`<p class="small">${fill(texts.requestStep, { step: 2 })}</p><h1>${service.name}</h1><p>${service.description}</p>
${problems.length > 0 && html`<div class="problem" role="alert"><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>`}
<form method="post" action="${portalUrl(tenant, "/new")}" data-keep="${tenant.slug}-${service.code}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="service_code" value="${service.code}">
<label for="place">${texts.requestPlace}</label><input id="place" name="address_string" value="${was("address_string")}" maxlength="200" required autocomplete="street-address" aria-describedby="place-hint">
<small id="place-hint">${texts.requestPlaceHint}</small>
<button type="button" class="here-do" data-here hidden>${texts.requestHere}</button>
<input type="hidden" name="lat" value="${was("lat")}"><input type="hidden" name="long" value="${was("long")}">
<label for="text">${texts.requestText}</label><textarea id="text" name="description" rows="5" maxlength="3000" required>${was("description")}</textarea>
${service.attributes.map((attribute) => question(texts, attribute, form))}
<fieldset><legend>${texts.requestContact}</legend>
<label for="name">${texts.requestName}</label><input id="name" name="first_name" autocomplete="name" maxlength="120" value="${was("first_name")}">
<label for="mail">${texts.requestMail}</label><input id="mail" name="email" type="email" autocomplete="email" maxlength="120" value="${was("email")}">
<label for="phone">${texts.requestPhone}</label><input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" value="${was("phone")}">
<p class="small">${texts.requestPrivacy}</p></fieldset>
${trap(texts)}<button class="big main">${texts.requestDo}</button></form>`;
}

function question(texts: Texts, attribute: Open311Attribute, form: Form): Html {
  const { code, description, datatype, datatype_description: hint, values, variable } = attribute;
  if (!variable) return html`<p class="note">${description}</p>`;
  const [id, name] = [`a-${code}`, `attribute[${code}]`];
  const given = form.get(name) ?? [];
  const required = attribute.required ? html` required` : null;
  const label = html`<label for="${id}">${description}</label>`;
  const small = hint && html`<small>${hint}</small>`;
  if (values.length > 0) {
    const many = datatype === "multivaluelist";
    return html`${label}<select id="${id}" name="${name}"${required}${many ? html` multiple` : null}>
${!many && html`<option value="">${texts.choose}</option>`}${values.map((value) => html`<option value="${value.key}"${given.includes(value.key) ? html` selected` : null}>${value.name}</option>`)}</select>${small}`;
  }
  if (datatype === "text") {
    return html`${label}<textarea id="${id}" name="${name}" rows="3" maxlength="2000"${required}>${given[0] ?? ""}</textarea>${small}`;
  }
  const types = { datetime: "date", number: "text" } as const;
  const type = datatype === "datetime" || datatype === "number" ? types[datatype] : "text";
  const digits = datatype === "number" ? html` inputmode="decimal"` : null;
  return html`${label}<input id="${id}" name="${name}" type="${type}"${digits} maxlength="500" value="${given[0] ?? ""}"${required}>${small}`;
}

export function sentPage(texts: Texts, { tenant, number }: { tenant: TenantRow; number: string }): Html {
  return html`<h1>${texts.sentTitle}</h1><p>${texts.sentNumber}</p><p class="number">${number}</p><p>${texts.sentKeep}</p>
<a class="big main" href="${portalUrl(tenant, `/status?number=${encodeURIComponent(number)}`)}">${texts.followDo}</a>
<a class="big" href="${portalUrl(tenant)}">${texts.home}</a>`;
}
