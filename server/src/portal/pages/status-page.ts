import type { TicketState } from "@vera/contracts/tickets";
import type { TenantRow } from "../../tenants/index.ts";
import type { ticketStatusByNumber } from "../../tickets/index.ts";
import { type Html, html } from "../html.ts";
import type { Texts } from "../texts/es-ar.ts";
import { fill } from "../texts/pick-texts.ts";
import { numberForm } from "./home-page.ts";

type Status = Awaited<ReturnType<typeof ticketStatusByNumber>>;
type StepWord = "stepReceived" | "stepWorking" | "stepWaiting" | "stepSolved" | "stepCancelled";

/** The way of a ticket as a citizen sees it; the last one is where it is now, what follows has not come yet. */
const WAY: Readonly<Record<TicketState, { done: readonly StepWord[]; next: readonly StepWord[] }>> = {
  open: { done: ["stepReceived"], next: ["stepWorking", "stepSolved"] },
  "in-progress": { done: ["stepReceived", "stepWorking"], next: ["stepSolved"] },
  "waiting-citizen": { done: ["stepReceived", "stepWorking", "stepWaiting"], next: ["stepSolved"] },
  solved: { done: ["stepReceived", "stepWorking", "stepSolved"], next: [] },
  closed: { done: ["stepReceived", "stepWorking", "stepSolved"], next: [] },
  cancelled: { done: ["stepReceived", "stepCancelled"], next: [] },
};

interface Asked {
  readonly tenant: TenantRow;
  readonly number: string;
  readonly status: Status | null;
}

/** The sentence first, then the way upright. Nothing personal: who knows a number may be anybody. */
export function statusPage(texts: Texts, { tenant, number, status }: Asked): Html {
  if (status?.status !== "found") {
    const problems = { mistyped: texts.statusMistyped, "not-found": texts.statusNotFound };
    const problem = status && problems[status.status];
    return html`<h1>${texts.follow}</h1>${numberForm(texts, { tenant, number, problem })}`;
  }
  const { done, next } = WAY[status.state];
  const on = new Intl.DateTimeFormat(texts.language, { dateStyle: "full", timeZone: tenant.zone });
  return html`<h1>${fill(texts.statusTitle, { number: status.number })}</h1>
<p class="now">${sentence(texts, { text: status.text, word: done.at(-1) ?? "stepReceived" })}</p>
<ol class="way">${done.map(
    (word, index) =>
      html`<li class="${index === done.length - 1 ? "here" : "done"}"${index === done.length - 1 ? html` aria-current="step"` : null}><b>${texts[word]}</b>${index === done.length - 1 && html`<small>${on.format(status.changedAt)}</small>`}</li>`,
  )}${next.map((word) => html`<li class="later"><b>${texts[word]}</b></li>`)}</ol>
<p class="small">${texts.statusPrivacy}</p>`;
}

/** The sentence of the state is kept in Spanish; in another language the step says it. */
function sentence(texts: Texts, { text, word }: { text: string; word: StepWord }): string {
  if (texts.language !== "es-AR") return `${texts[word]}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
