import type { Ari } from "../ari/connect-ari.ts";

export type PlaybackEnd = "done" | "failed";

/** Who waits for which playback; one listener for all of them. */
export class Playbacks {
  readonly #waiting = new Map<string, (end: PlaybackEnd) => void>();
  readonly #stop: () => void;

  constructor(ari: Pick<Ari, "on">) {
    this.#stop = ari.on("PlaybackFinished", ({ playback }) => {
      this.#settle(playback.id, playback.state === "failed" ? "failed" : "done");
    });
  }

  /** Register before the request that starts it. */
  finished(id: string): Promise<PlaybackEnd> {
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Asterisk will say nothing more of it: the channel is gone, or the request was refused. */
  abandon(id: string): void {
    this.#settle(id, "failed");
  }

  close(): void {
    this.#stop();
    for (const id of [...this.#waiting.keys()]) this.abandon(id);
  }

  #settle(id: string, end: PlaybackEnd): void {
    this.#waiting.get(id)?.(end);
    this.#waiting.delete(id);
  }
}
