import type { Media, PlayOptions, PlayOutcome } from "../../ivr/index.ts";
import { ignoringGone } from "../bridges/call-bridges.ts";
import type { Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";
import { leftMeanwhile } from "./left-meanwhile.ts";
import type { Playbacks } from "./playbacks.ts";
import { QueueMusic } from "./queue-music.ts";
import { silenceFile } from "./silence-file.ts";

/** What one caller hears: announcements, and music behind them. One sound at a time. */
export class LegPlayer {
  readonly #voice: Voice;
  readonly #leg: Leg;
  readonly #playbacks: Playbacks;
  readonly #musicChanged: () => void;
  #current: string | undefined;
  #music: QueueMusic | undefined;
  #musicRun = 0;
  #released = false;
  #number = 0;

  /** `musicChanged`: what a restarted process must know of the music has changed. */
  constructor(voice: Voice, leg: Leg, playbacks: Playbacks, musicChanged: () => void) {
    this.#voice = voice;
    this.#leg = leg;
    this.#playbacks = playbacks;
    this.#musicChanged = musicChanged;
    leg.gone.signal.addEventListener("abort", () => this.#current && playbacks.abandon(this.#current));
  }

  /** `signal` aborts with the reason "interrupted" (a key) or "stopped". */
  async play(media: readonly Media[], { signal }: Pick<PlayOptions, "signal">): Promise<PlayOutcome> {
    if (media.length === 0) return "finished";
    if (signal?.aborted) return outcomeOf(signal);
    await this.#pauseMusic();
    const stop = (): void => void this.#stopCurrent();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const uris = await Promise.all(media.map((piece) => this.#uriOf(piece)));
      if (signal?.aborted) return outcomeOf(signal);
      await this.#run(uris, { playbackId: this.#newPlaybackId(), offsetMs: 0 });
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#resumeMusic();
    }
    return signal?.aborted ? outcomeOf(signal) : "finished";
  }

  async startMusic(path: string): Promise<void> {
    await this.#pauseMusic();
    this.#music = new QueueMusic(path);
    this.#resumeMusic();
  }

  async stopMusic(): Promise<void> {
    await this.#pauseMusic();
    this.#music = undefined;
  }

  /** The channel goes into a bridge: nothing may be heard from here on until `play` or `startMusic` is asked again. */
  async release(): Promise<void> {
    this.#released = true;
    this.#music = undefined;
    this.#musicRun += 1;
    await this.#stopCurrent();
    this.#released = false;
  }

  #newPlaybackId(): string {
    this.#number += 1;
    return `${this.#leg.channelId}-p${this.#number}-${this.#voice.platform.ids.randomToken(4)}`;
  }

  async #run(
    media: string[],
    { playbackId, offsetMs }: { playbackId: string; offsetMs: number },
  ): Promise<void> {
    this.#current = playbackId;
    const finished = this.#playbacks.finished(playbackId);
    const { channelId } = this.#leg;
    try {
      await this.#voice.ari.call("POST /channels/{channelId}/play/{playbackId}", {
        channelId,
        playbackId,
        media,
        ...(offsetMs > 0 && { offsetms: offsetMs }),
      });
    } catch (error) {
      this.#playbacks.abandon(playbackId);
      if (!this.#leg.gone.signal.aborted) throw error;
    }
    const end = await finished;
    if (this.#current === playbackId) this.#current = undefined;
    if (end === "failed" && !(await leftMeanwhile(this.#leg))) {
      this.#voice.log.warn({ channelId, media: media[0] }, "Asterisk could not play a sound");
    }
  }

  async #stopCurrent(): Promise<void> {
    const playbackId = this.#current;
    if (playbackId === undefined) return;
    await ignoringGone(this.#voice.ari.call("DELETE /playbacks/{playbackId}", { playbackId }));
  }

  async #pauseMusic(): Promise<void> {
    this.#musicRun += 1;
    this.#music?.pause(performance.now());
    if (this.#music) await this.#stopCurrent();
  }

  #resumeMusic(): void {
    const music = this.#music;
    if (!music || this.#released || this.#leg.gone.signal.aborted) return;
    this.#musicRun += 1;
    void this.#loop(music, this.#musicRun).catch((err: unknown) => {
      this.#voice.log.warn({ err, channelId: this.#leg.channelId }, "queue music stopped");
    });
  }

  /** Plays on until something else took the turn. */
  async #loop(music: QueueMusic, run: number): Promise<void> {
    while (this.#musicRun === run && !this.#leg.gone.signal.aborted) {
      const startedAtMs = performance.now();
      const { media, offsetMs } = music.start(startedAtMs);
      const playbackId = this.#newPlaybackId();
      this.#leg.musicPlaybackId = playbackId;
      this.#musicChanged();
      await this.#run(media, { playbackId, offsetMs });
      if (this.#musicRun !== run) return;
      music.pause(performance.now());
      // A file that cannot be played ends at once: do not ask a thousand times a second.
      if (performance.now() - startedAtMs < 1_000) return;
    }
  }

  async #uriOf(piece: Media): Promise<string> {
    if (piece.kind === "sound") return `sound:${piece.path}`;
    return `sound:${await silenceFile(this.#voice.sounds.directory, piece.ms)}`;
  }
}

function outcomeOf(signal: AbortSignal): PlayOutcome {
  return signal.reason === "interrupted" ? "interrupted" : "stopped";
}
