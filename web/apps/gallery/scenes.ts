import type { InteractionDetail } from "@vera/contracts/conversations";
import type { AgentDesk } from "@vera/contracts/routing";
import type { CallsState } from "@vera/contracts/voice";
import type { ContactDraft } from "../desk/agent/contact-draft.ts";
import { IDLE, NO_CALLS, OFFER, ON_CALL, WRAPPING, withCall } from "./fixtures/live.ts";
import { ago } from "./fixtures/time.ts";
import { CALL, INTERACTION } from "./fixtures/work.ts";

export interface Scene {
  path: string;
  signedIn: boolean;
  lineDown: boolean;
  desk: AgentDesk;
  calls: CallsState;
  interaction: InteractionDetail;
  drafts: Record<string, Partial<ContactDraft>>;
}

const BASE: Scene = {
  path: "/",
  signedIn: true,
  lineDown: false,
  desk: IDLE,
  calls: NO_CALLS,
  interaction: INTERACTION,
  drafts: {},
};
const HALFWAY: Partial<ContactDraft> = {
  topicId: "tp-falta",
  story:
    "Se cortó ayer de golpe. En la cuadra están todos igual. Tiene una bebé de tres meses y ya usó el agua que había juntado.",
  stepsDone: ["greet", "listen"],
  step: "inform",
  savedAt: Date.now(),
};
const onCall: Scene = { ...BASE, desk: ON_CALL, calls: withCall({}), drafts: { [CALL]: HALFWAY } };
const nobody = { ...INTERACTION, citizenId: null, citizenName: null, notes: [] };
const stranger = { number: "+543483420142", name: null, citizenId: null };
const contact = ON_CALL.contacts[CALL];

const SCENES: Record<string, Scene> = {
  "on-call": onCall,
  listen: {
    ...onCall,
    drafts: { [CALL]: { ...HALFWAY, topicId: null, step: "listen", stepsDone: ["greet"] } },
  },
  held: { ...onCall, calls: withCall({ status: "held", statusSince: ago(24) }) },
  muted: { ...onCall, calls: withCall({ muted: true, recording: "paused" }) },
  consult: {
    ...onCall,
    calls: withCall({
      status: "consult",
      consult: {
        role: "asking",
        status: "talk",
        peer: { name: "Nadia Espinillo", number: null },
        startedAt: ago(18),
      },
    }),
  },
  unknown: {
    ...onCall,
    interaction: nobody,
    drafts: {},
    desk: { ...ON_CALL, contacts: contact ? { [CALL]: { ...contact, caller: stranger } } : {} },
    calls: withCall({ peer: { name: null, number: "+543483420142" }, citizenId: null }),
  },
  idle: BASE,
  offline: { ...BASE, desk: { ...IDLE, state: "offline", since: ago(300) } },
  paused: {
    ...BASE,
    desk: { ...IDLE, state: "paused", reason: { code: "almuerzo", label: "almuerzo" }, since: ago(494) },
  },
  offer: {
    ...BASE,
    desk: { ...IDLE, activity: "offered", activitySince: ago(6), offers: { [OFFER.offerId]: OFFER } },
  },
  "wrap-up": { ...BASE, desk: WRAPPING, drafts: { [CALL]: { ...HALFWAY, outcomeCode: "ticket" } } },
  "wrap-up-empty": { ...BASE, desk: WRAPPING },
  "line-down": { ...onCall, lineDown: true },
  "sign-in": { ...BASE, signedIn: false },
  tickets: { ...BASE, path: "/tickets" },
  ticket: { ...BASE, path: "/tickets/tk-1" },
  knowledge: { ...BASE, path: "/knowledge" },
  citizens: { ...BASE, path: "/citizens" },
};

export function sceneNamed(name: string): Scene {
  return SCENES[name] ?? BASE;
}
