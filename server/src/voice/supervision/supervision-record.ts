import type { Supervision, SupervisionMode } from "@vera/contracts/voice";
import type { UserId } from "../../platform/index.ts";
import type { Call, Leg } from "../calls/call-record.ts";

/** A supervisor on somebody's call. The phone leg is never among the call's own legs, so that it can never count as a talker. */
export interface SupervisionRecord {
  readonly supervisorId: UserId;
  readonly supervisorName: string;
  readonly call: Call;
  agent: Leg;
  readonly phoneChannelId: string;
  mode: SupervisionMode;
  status: Supervision["status"];
  readonly startedAt: Date;
  /** Bridge of the phone with the snoop; made when the phone answers. */
  bridgeId: string | null;
  snoopId: string | null;
  snoops: number;
}

/** One at a time per supervisor. */
export class SupervisionRegistry {
  readonly #bySupervisor = new Map<string, SupervisionRecord>();
  #onEnd: (record: SupervisionRecord) => void = () => undefined;

  onEnd(work: (record: SupervisionRecord) => void): void {
    this.#onEnd = work;
  }

  add(record: SupervisionRecord): void {
    this.#bySupervisor.set(record.supervisorId, record);
  }

  of(supervisorId: string): SupervisionRecord | undefined {
    return this.#bySupervisor.get(supervisorId);
  }

  byPhone(channelId: string): SupervisionRecord | undefined {
    return this.all().find((record) => record.phoneChannelId === channelId);
  }

  ofCall(interactionId: string): SupervisionRecord[] {
    return this.all().filter((record) => record.call.interactionId === interactionId);
  }

  all(): SupervisionRecord[] {
    return [...this.#bySupervisor.values()];
  }

  remove(record: SupervisionRecord): void {
    if (this.#bySupervisor.get(record.supervisorId) === record)
      this.#bySupervisor.delete(record.supervisorId);
  }

  /** The supervised call is over. */
  endOf(interactionId: string): void {
    for (const record of this.ofCall(interactionId)) this.#onEnd(record);
  }

  viewOf(supervisorId: string): Supervision | null {
    const record = this.of(supervisorId);
    return record ? viewOf(record) : null;
  }
}

export function viewOf(record: SupervisionRecord): Supervision {
  const { call, agent, mode, status, startedAt } = record;
  return {
    interactionId: call.interactionId,
    agentId: agent.agentId ?? "",
    agentName: agent.name,
    mode,
    status,
    startedAt: startedAt.toISOString(),
  };
}
