import { type ChildProcess, fork } from "node:child_process";
import { ProviderError } from "../../platform/index.ts";

export type ChildWorkerOptions = {
  /** Module that answers each message with a `ChildReply`, one at a time. */
  readonly script: URL;
  /** Milliseconds for one answer, start of the process included; then it is killed and started anew. */
  readonly timeoutMs: number;
  /** Milliseconds without work after which the process is let go, and its memory with it. */
  readonly idleMs: number;
};

export type ChildReply<Answer> =
  | { ok: true; answer: Answer }
  | { ok: false; message: string; refused: boolean };

/** The child could not do this piece of work and says why; asking again would not help. */
export class ChildRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ChildRefusal";
  }
}

type Waiting<Question, Answer> = {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
};

/**
 * Work in a process of its own: a hang or a crash there costs one piece of work and nothing of ours, and a program under another
 * licence stays a program beside ours. Started at the first question, stopped when idle; never keeps our process alive.
 */
export class ChildWorker<Question extends object, Answer> {
  readonly #options: ChildWorkerOptions;
  readonly #queue: Waiting<Question, Answer>[] = [];
  #current: Waiting<Question, Answer> | undefined;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ChildWorkerOptions) {
    this.#options = options;
  }

  ask(question: Question): Promise<Answer> {
    if (this.#closed) return Promise.reject(new Error("The worker is closed"));
    return new Promise((resolve, reject) => {
      this.#queue.push({ question, resolve, reject });
      this.#next();
    });
  }

  /** Process id while it runs; for the log and for tests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stop();
    this.#fail("The worker was closed");
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Error("The worker was closed"));
  }

  #next(): void {
    if (this.#current !== undefined) return;
    clearTimeout(this.#timer);
    const waiting = this.#queue.shift();
    if (waiting === undefined) {
      this.#timer = setTimeout(() => this.#stop(), this.#options.idleMs).unref();
      return;
    }
    this.#current = waiting;
    this.#timer = setTimeout(() => {
      this.#stop();
      this.#fail(`No answer within ${this.#options.timeoutMs} ms`);
    }, this.#options.timeoutMs);
    this.#child ??= this.#start();
    this.#child.send(waiting.question);
  }

  #start(): ChildProcess {
    const child = fork(this.#options.script, {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // The warnings and hooks of our process are not the child's. What it makes is big buffers, not young objects.
      execArgv: ["--max-semi-space-size=1"],
    });
    child.unref();
    child.channel?.unref();
    child.on("message", (reply) => this.#settle(reply as ChildReply<Answer>));
    child.on("error", (error) => this.#lost(child, error.message));
    child.on("exit", (code, signal) => this.#lost(child, `exit ${code ?? signal}`));
    return child;
  }

  #settle(reply: ChildReply<Answer>): void {
    const waiting = this.#current;
    this.#current = undefined;
    if (reply.ok) waiting?.resolve(reply.answer);
    else waiting?.reject(reply.refused ? new ChildRefusal(reply.message) : new Error(reply.message));
    this.#next();
  }

  #lost(child: ChildProcess, why: string): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    this.#fail(`The process is gone: ${why}`);
  }

  #fail(message: string): void {
    const waiting = this.#current;
    if (waiting === undefined) return;
    this.#current = undefined;
    waiting.reject(new ProviderError(message, { retryable: true }));
    if (!this.#closed) this.#next();
  }

  #stop(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill("SIGKILL");
  }
}
