import type { LiveCall } from "@vera/contracts/voice";
import { DomainError, type InteractionId, type Principal, type UserId } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import { agentLeg, type Call, type Leg } from "./call-record.ts";
import { inTurn } from "./in-turn.ts";
import { liveCallOf } from "./live-call.ts";

export function userOf(principal: Principal): { userId: UserId; name: string } {
  const { userId, actor } = principal;
  if (userId && actor.kind === "user") return { userId, name: actor.name };
  throw new DomainError("forbidden", "Only a person can do this", { key: "forbidden" });
}

export interface MyCommand {
  readonly principal: Principal;
  readonly interactionId: string;
  readonly requestId?: string;
}

type Work = (mine: { call: Call; leg: Leg; agentId: UserId }) => Promise<unknown>;

/** Requests that were done: a repeated one (its reply was lost) does nothing. They matter for minutes, a call lasts not much longer. */
const done = new WeakMap<Call, Set<string>>();

/** Runs a command of an agent on the call they are on, in its turn, and answers with the call as it is then. */
export async function onMyCall(voice: Voice, command: MyCommand, work: Work): Promise<LiveCall> {
  const { userId } = userOf(command.principal);
  const { call } = voice.calls.mine(command.interactionId as InteractionId, userId);
  const last = await inTurn(call, async () => {
    const leg = agentLeg(call, userId);
    if (isRepeated(call, command.requestId)) return leg;
    if (!leg)
      voice.calls.mine(command.interactionId as InteractionId, userId); // says that it is over
    else await work({ call, leg, agentId: userId });
    remember(call, command.requestId);
    return leg;
  });
  const leg = agentLeg(call, userId) ?? last;
  if (!leg) throw new DomainError("not-found", "You are not on that call any more", { key: "callGone" });
  return liveCallOf(call, leg, voice.platform.clock.now());
}

function isRepeated(call: Call, requestId: string | undefined): boolean {
  return requestId !== undefined && (done.get(call)?.has(requestId) ?? false);
}

function remember(call: Call, requestId: string | undefined): void {
  if (requestId === undefined) return;
  const requests = done.get(call) ?? new Set<string>();
  requests.add(requestId);
  done.set(call, requests);
}
