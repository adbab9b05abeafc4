import { CELINA, CELINA_TIMELINE, FOUND, INES } from "./fixtures/people.ts";
import { ago, ahead } from "./fixtures/time.ts";
import { ARTICLE, ARTICLE_HITS, OUTCOMES, TICKET, TOPICS } from "./fixtures/work.ts";
import type { Scene } from "./scenes.ts";

type Answer = (url: URL, scene: Scene) => unknown;

/** First match wins. */
const ANSWERS: readonly [RegExp, Answer][] = [
  [/^\/me$/, (_url, scene) => (scene.signedIn ? INES : undefined)],
  [/^\/site$/, () => ({ demo: true, voice: true })],
  [/^\/sign-in$/, () => INES],
  [/^\/sessions$/, () => ({ sessions: [] })],
  [/^\/softphone/, () => ({ uri: "sip:a@vera", username: "a", secret: "x", wsPath: "/sip" })],
  [/^\/pause-reasons$/, () => ({ items: [reason("almuerzo"), reason("descanso"), reason("capacitación")] })],
  [
    /^\/queues\/live$/,
    () => ({
      items: [
        {
          queueId: "q-1",
          tenantId: "t-water",
          name: "Agua y cloacas",
          waiting: 3,
          oldestWaitingSince: ago(41),
        },
      ],
    }),
  ],
  [
    /^\/colleagues$/,
    () => ({ items: [agent("Nadia Espinillo", "idle"), agent("Bruno Timbó", "on-contact")] }),
  ],
  [/^\/callback-requests$/, () => ({ items: [callback()] })],
  [
    /^\/reports\/my-day$/,
    () => ({
      handled: 23,
      talkMs: 5_000_000,
      handleMs: 6_348_000,
      readyMs: 1,
      pausedMs: 732_000,
      ribbon: [],
    }),
  ],
  [/^\/topics$/, () => TOPICS],
  [/^\/outcome-codes$/, () => ({ items: OUTCOMES })],
  [/^\/interactions\/[^/]+$/, (_url, scene) => scene.interaction],
  [/^\/citizens\/[^/]+\/timeline$/, () => CELINA_TIMELINE],
  [/^\/citizens\/[^/]+$/, () => CELINA],
  [
    /^\/citizens$/,
    (url) => ({ by: "phone", items: url.searchParams.get("q") === "nadie" ? [] : FOUND, more: false }),
  ],
  [/^\/articles\/[^/]+\/readings$/, () => ({ id: "r", versionNumber: 7 })],
  [/^\/articles\/[^/]+$/, () => ARTICLE],
  [/^\/articles$/, () => ({ by: "words", items: ARTICLE_HITS })],
  [/^\/tickets\/[^/]+/, () => TICKET],
  [
    /^\/tickets$/,
    () => ({
      items: [
        TICKET,
        {
          ...TICKET,
          id: "tk-2",
          number: "4812-26-7",
          subject: "Baja presión de agua",
          state: "open",
          assigneeName: null,
        },
      ],
      total: 2,
      next: null,
    }),
  ],
  [/^\/offices$/, () => ({ offices: [] })],
];

/** Answers the desk's questions from the fixtures, after the pause of a real network. */
export function installFakeApi(scene: Scene): void {
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.origin);
    if (!url.pathname.startsWith("/api/v1")) return real(input, init);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const path = url.pathname.slice("/api/v1".length);
    const answer = ANSWERS.find(([pattern]) => pattern.test(path))?.[1](url, scene);
    if (answer !== undefined) return Response.json(answer);
    if (path === "/me") return Response.json({ status: 401, code: "unauthenticated" }, { status: 401 });
    return init?.method === "GET"
      ? Response.json({ status: 404 }, { status: 404 })
      : new Response(null, { status: 204 });
  };
}

function reason(label: string) {
  return { id: label, code: label, label };
}

function agent(name: string, activity: string) {
  return {
    agentId: name,
    name,
    state: "ready",
    activity,
    reason: null,
    since: ago(60),
    activitySince: ago(60),
  };
}

function callback() {
  return {
    id: "cb-1",
    tenantId: "t-water",
    queueId: "q-1",
    queueName: "Salud · turnos",
    interactionId: "x-9",
    phone: "+543483420199",
    name: "Ramona Quebracho",
    citizenId: null,
    state: "waiting",
    attempts: 0,
    requestedAt: ago(4000),
    notBefore: ahead(1500),
  };
}
