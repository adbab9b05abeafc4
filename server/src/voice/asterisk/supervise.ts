import type { Logger } from "../../platform/index.ts";
import { isRunning, launch, terminate } from "./asterisk-process.ts";
import type { Installation } from "./installation.ts";
import { answers, forget, type SavedInstance, save } from "./saved-instance.ts";
import { ARI_USER, MANAGER_USER, recordingsDirectory } from "./write-config.ts";

/** One running Asterisk under our care. */
export interface AsteriskInstance {
  readonly version: string;
  /** It outlived an earlier process of ours: its channels and bridges must be re-read. */
  readonly adopted: boolean;
  readonly directory: string;
  /** Raw two-sided sound, s16le at 8 kHz: left the other side, right what it hears. `<channel id>.raw`. */
  readonly recordingsDirectory: string;
  /** For connectAri. */
  readonly ari: {
    readonly url: string;
    readonly username: string;
    readonly password: string;
    readonly app: string;
  };
  /** For connectManager. */
  readonly manager: { readonly port: number; readonly username: string; readonly secret: string };
  readonly sip: { readonly host: string; readonly port: number };
  /** Where our web server forwards the SIP sockets of browsers (subprotocol "sip"). Loopback. */
  readonly sipWebSocketUrl: string;
  readonly pid: number;
  readonly up: boolean;
  /** "down": it crashed, its calls are lost; "up": it answers again, its dynamic objects are gone. */
  onState(handler: (state: "up" | "down") => void): () => void;
  /** Stops caring and leaves Asterisk and its calls alive for the next process of ours. */
  release(): void;
  /** Ends Asterisk and every call in it. */
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly installation: Installation;
  readonly directory: string;
  readonly bind: string;
  readonly sipPort: number;
  readonly app: string;
  readonly log: Logger;
  readonly saved: SavedInstance;
  readonly adopted: boolean;
  readonly waitUntilReady: (saved: SavedInstance, directory: string) => Promise<void>;
}

const LOOK_EVERY_MS = 250;
const PING_EVERY_MS = 5_000;
/** An Asterisk that is only slow still carries talks, so it is given long; one that hangs carries none. */
const HUNG_AFTER_PINGS = 6;
/** Before each start in a row that fails; the last one repeats. */
const BACK_OFF_MS = [0, 500, 2_000, 5_000, 10_000];
const CALM_AFTER_MS = 60_000;

export function supervise(options: SuperviseOptions): AsteriskInstance {
  return new Supervisor(options);
}

class Supervisor implements AsteriskInstance {
  readonly adopted: boolean;
  readonly directory: string;
  readonly recordingsDirectory: string;
  readonly #options: SuperviseOptions;
  readonly #handlers = new Set<(state: "up" | "down") => void>();
  readonly #look: NodeJS.Timeout;
  readonly #ping: NodeJS.Timeout;
  #saved: SavedInstance;
  #up = true;
  #ended = false;
  #restart: Promise<void> | undefined;
  #failures = 0;
  #upSinceMs = performance.now();
  #silentPings = 0;

  constructor(options: SuperviseOptions) {
    this.#options = options;
    this.#saved = options.saved;
    this.adopted = options.adopted;
    this.directory = options.directory;
    this.recordingsDirectory = recordingsDirectory(options.directory);
    this.#look = setInterval(() => this.#lookAfter(), LOOK_EVERY_MS);
    this.#ping = setInterval(() => void this.#pingOnce(), PING_EVERY_MS);
  }

  get version(): string {
    return this.#saved.version;
  }

  get pid(): number {
    return this.#saved.process.pid;
  }

  get up(): boolean {
    return this.#up;
  }

  get ari(): AsteriskInstance["ari"] {
    const { httpPort, ariPassword } = this.#saved;
    const url = `http://127.0.0.1:${httpPort}`;
    return { url, username: ARI_USER, password: ariPassword, app: this.#options.app };
  }

  get manager(): AsteriskInstance["manager"] {
    return { port: this.#saved.managerPort, username: MANAGER_USER, secret: this.#saved.managerSecret };
  }

  get sip(): AsteriskInstance["sip"] {
    return { host: this.#options.bind, port: this.#options.sipPort };
  }

  get sipWebSocketUrl(): string {
    return `ws://127.0.0.1:${this.#saved.httpPort}/ws`;
  }

  onState(handler: (state: "up" | "down") => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  release(): void {
    this.#ended = true;
    clearInterval(this.#look);
    clearInterval(this.#ping);
  }

  async stop(): Promise<void> {
    this.release();
    await this.#restart;
    await terminate(this.#saved.process);
    await forget(this.directory);
  }

  #lookAfter(): void {
    if (this.#ended || this.#restart !== undefined || isRunning(this.#saved.process)) return;
    this.#restart = this.#startAgain().finally(() => {
      this.#restart = undefined;
    });
  }

  async #startAgain(): Promise<void> {
    const { log, installation } = this.#options;
    this.#tell("down");
    if (performance.now() - this.#upSinceMs > CALM_AFTER_MS) this.#failures = 0;
    const waitMs = BACK_OFF_MS[Math.min(this.#failures++, BACK_OFF_MS.length - 1)] ?? 0;
    log.error({ pid: this.pid, waitMs }, "Asterisk ended by itself; starting it again");
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (this.#ended) return;
    try {
      this.#saved = { ...this.#saved, process: launch(installation, this.directory) };
      await save(this.directory, this.#saved);
      await this.#options.waitUntilReady(this.#saved, this.directory);
      this.#upSinceMs = performance.now();
      this.#silentPings = 0;
      this.#tell("up");
    } catch (err) {
      log.error({ err }, "Asterisk did not start again"); // the next look tries once more, later
    }
  }

  async #pingOnce(): Promise<void> {
    if (this.#ended || this.#restart !== undefined) return;
    this.#silentPings = (await answers(this.#saved, PING_EVERY_MS - 500)) ? 0 : this.#silentPings + 1;
    if (this.#silentPings < HUNG_AFTER_PINGS || this.#ended) return;
    this.#options.log.error({ pid: this.pid }, "Asterisk hangs; ending it so that it starts again");
    this.#silentPings = 0;
    await terminate(this.#saved.process);
  }

  #tell(state: "up" | "down"): void {
    this.#up = state === "up";
    for (const handler of [...this.#handlers]) handler(state);
  }
}
