import type { AgentDesk, Caller, RoutedChannel, WrapUp } from "@vera/contracts/routing";
import type { CallsState, LiveCall } from "@vera/contracts/voice";

/** One thing in my hands: a contact, or the work after it. */
export interface DeskContact {
  interactionId: string;
  tenantId: string;
  channel: RoutedChannel;
  outbound: boolean;
  caller: Caller;
  queueName: string | null;
  /** When I took it. */
  since: string;
  /** The live call, while there is one. */
  call: LiveCall | null;
  wrapUp: WrapUp | null;
}

/**
 * What I have in hand, oldest first: contacts of the router, calls the router does not know (those I placed
 * myself), then wrap-ups. A contact whose call is over but whose wrap-up is not announced yet stays.
 */
export function deskContacts(desk: AgentDesk | undefined, calls: CallsState | undefined): DeskContact[] {
  const found = new Map<string, DeskContact>();
  const callOf = (id: string): LiveCall | null => liveCall(calls?.calls[id]);
  for (const contact of Object.values(desk?.contacts ?? {})) {
    found.set(contact.interactionId, {
      ...contact,
      outbound: contact.kind !== "incoming",
      call: callOf(contact.interactionId),
      wrapUp: null,
    });
  }
  for (const call of Object.values(calls?.calls ?? {})) {
    if (found.has(call.interactionId) || !isMine(call)) continue;
    found.set(call.interactionId, fromCall(call));
  }
  for (const wrapUp of Object.values(desk?.wrapUps ?? {})) {
    found.set(wrapUp.interactionId, {
      interactionId: wrapUp.interactionId,
      tenantId: wrapUp.tenantId,
      channel: wrapUp.channel,
      outbound: calls?.calls[wrapUp.interactionId]?.direction === "outbound",
      caller: wrapUp.caller,
      queueName: wrapUp.queueName,
      since: wrapUp.startedAt,
      call: calls?.calls[wrapUp.interactionId] ?? null,
      wrapUp,
    });
  }
  return [...found.values()].sort((a, b) => a.since.localeCompare(b.since));
}

function liveCall(call: LiveCall | undefined): LiveCall | null {
  return call && call.status !== "ended" ? call : null;
}

/** A call that rings at my line belongs to its offer; one I placed is mine while it rings. */
function isMine(call: LiveCall): boolean {
  if (call.status === "ended" || call.status === "wrap-up") return false;
  return call.status !== "ringing" || call.direction === "outbound";
}

function fromCall(call: LiveCall): DeskContact {
  return {
    interactionId: call.interactionId,
    tenantId: call.tenantId,
    channel: "voice",
    outbound: call.direction === "outbound",
    caller: { number: call.peer.number, name: call.peer.name, citizenId: call.citizenId },
    queueName: call.queueName,
    since: call.startedAt,
    call,
    wrapUp: null,
  };
}

/** Which one is shown: the chosen one while it is there, otherwise the newest. */
export function shownContact(contacts: readonly DeskContact[], chosenId: string | null): DeskContact | null {
  return contacts.find((contact) => contact.interactionId === chosenId) ?? contacts.at(-1) ?? null;
}
