import type { Say } from "@vera/contracts/ivr-nodes";
import type { Media } from "../call-leg.ts";
import type {
  CallData,
  FlowNews,
  FlowServices,
  LeaveReason,
  PublishedFlow,
  QueueEntry,
  QueueOutcome,
  QueuePlace,
  TicketStatusAnswer,
} from "../flow-services.ts";
import type { FakeLeg } from "./fake-leg.ts";

/** The ACD of a test: nobody answers until the test says so. */
export class FakeQueue {
  entered: QueueEntry[] = [];
  left: LeaveReason[] = [];
  kept: string[] = [];
  placeNow: QueuePlace | null = { position: 3, estimatedWaitSeconds: 240 };
  takesCallbacks = true;
  /** Outcome given at once, as for a queue that is full or closed. */
  refusesWith: "overflow" | "closed" | null = null;
  #resolve: (outcome: QueueOutcome) => void = () => undefined;

  enter(entry: QueueEntry): Promise<QueueOutcome> {
    this.entered.push(entry);
    if (this.refusesWith !== null) return Promise.resolve({ outcome: this.refusesWith });
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  async place(): Promise<QueuePlace | null> {
    return this.placeNow;
  }

  async keepPlace({ number }: { number: string }): Promise<"kept" | "refused"> {
    if (!this.takesCallbacks) return "refused";
    this.kept.push(number);
    this.settle("callback");
    return "kept";
  }

  async leave({ reason }: { reason: LeaveReason }): Promise<void> {
    this.left.push(reason);
    this.settle(reason === "timeout" ? "timeout" : "left");
  }

  settle(outcome: QueueOutcome["outcome"]): void {
    this.#resolve({ outcome });
  }
}

/** Services of a test. What is said is heard on the fake leg as its own words: text, "prompt:key", "form(value)". */
export class FakeServices implements FlowServices {
  readonly queue = new FakeQueue();
  readonly news: FlowNews[] = [];
  open: { open: boolean; holidayName: string | null } = { open: true, holidayName: null };
  ticket: TicketStatusAnswer = { found: false };
  readonly asked: string[] = [];
  readonly callbacksAsked: string[] = [];
  callbacksTaken = true;
  readonly voicemails: { path: string; durationSeconds: number }[] = [];
  readonly discarded: string[] = [];
  readonly publishedFlows = new Map<string, PublishedFlow>();
  /** Set to make whatever is asked of the calendar fail, as when the database is gone. */
  hoursBroken = false;
  readonly #leg: FakeLeg;

  constructor(leg: FakeLeg) {
    this.#leg = leg;
  }

  readonly speech = {
    media: async ({ say, data }: { say: Say; data: CallData }): Promise<Media[]> =>
      say.map((part) => ({ kind: "sound", path: wordsOf(part, data) })),
    music: async ({ prompt }: { prompt: string | null }) => prompt ?? "music",
  };
  readonly hours = {
    state: async () => {
      if (this.hoursBroken) throw new Error("The database is gone");
      return this.open;
    },
  };
  readonly callbacks = {
    request: async ({ number }: { number: string }): Promise<"accepted" | "refused"> => {
      this.callbacksAsked.push(number);
      return this.callbacksTaken ? "accepted" : "refused";
    },
  };
  readonly tickets = {
    keypad: { minDigits: 6, maxDigits: 12, say: "ticket?" },
    statusByKeys: async ({ digits }: { digits: string }) => {
      this.asked.push(digits);
      return this.ticket;
    },
  };
  readonly voicemail = {
    keep: async (message: { path: string; durationSeconds: number }) => {
      this.voicemails.push(message);
    },
    discard: async (path: string) => {
      this.discarded.push(path);
    },
  };
  readonly flows = {
    published: async ({ flowId }: { flowId: string }) => this.publishedFlows.get(flowId) ?? null,
  };
  readonly emergency = { numberFor: ({ code }: { code: string }) => code };
  readonly now = () => new Date(Date.UTC(2026, 10, 23, 12) + this.#leg.nowMs);
  readonly report = (news: FlowNews) => {
    this.news.push(news);
  };
}

function wordsOf(part: Say[number], data: CallData): string {
  if ("text" in part) return part.text;
  if ("prompt" in part) return `prompt:${part.prompt}`;
  return `${part.as}(${String(data[part.value] ?? "")})`;
}
