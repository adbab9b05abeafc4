import { useCallback, useEffect, useRef, useState } from "react";
import { openSides, type Sides } from "./stereo-sides.ts";

export type Side = "citizen" | "agent";
export const RATES = [0.8, 1, 1.25, 1.5, 2] as const;

export interface Player {
  playing: boolean;
  /** Seconds. */
  time: number;
  rate: number;
  /** Which sides are heard. */
  heard: Record<Side, boolean>;
  failed: boolean;
  toggle: () => void;
  seek: (seconds: number) => void;
  setRate: (rate: number) => void;
  hear: (side: Side, on: boolean) => void;
}

interface Options {
  url: string;
  seconds: number;
  /** The first time that it really sounds: a listening was written down. */
  onListened: () => void;
}

/** One recording played in the page, with each side on or off. Nothing is fetched before the first play. */
export function usePlayer({ url, seconds, onListened }: Options): Player {
  const audio = useRef<HTMLAudioElement | null>(null);
  const sides = useRef<Sides | null>(null);
  const [playing, setPlaying] = useState(false);
  const [time, setTime] = useState(0);
  const [rate, setRateState] = useState(1);
  const [failed, setFailed] = useState(false);
  const [heard, setHeard] = useState<Record<Side, boolean>>({ citizen: true, agent: true });
  const listened = useRef(onListened);
  listened.current = onListened;

  useEffect(() => {
    const element = new Audio();
    element.preload = "none";
    element.src = url;
    audio.current = element;
    const sync = (): void => setPlaying(!element.paused);
    const events = ["play", "pause", "ended"] as const;
    for (const name of events) element.addEventListener(name, sync);
    element.addEventListener("playing", () => listened.current(), { once: true });
    element.addEventListener("timeupdate", () => setTime(element.currentTime));
    element.addEventListener("error", () => setFailed(true));
    return () => {
      element.pause();
      element.removeAttribute("src");
      sides.current?.close();
      sides.current = null;
      audio.current = null;
    };
  }, [url]);
  useSmoothTime({ playing, audio, setTime });

  const toggle = useCallback((): void => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    setFailed(false);
    sides.current ??= openSides(element);
    element.play().catch(() => setFailed(true));
  }, []);
  const seek = useCallback(
    (to: number): void => {
      const at = Math.min(Math.max(0, to), seconds);
      setTime(at);
      if (audio.current) audio.current.currentTime = at;
    },
    [seconds],
  );
  const setRate = useCallback((next: number): void => {
    setRateState(next);
    if (audio.current) audio.current.playbackRate = next;
  }, []);
  const hear = useCallback((side: Side, on: boolean): void => {
    setHeard((before) => ({ ...before, [side]: on }));
    if (!audio.current) return;
    sides.current ??= openSides(audio.current);
    sides.current.hear(side, on);
  }, []);
  return { playing, time, rate, heard, failed, toggle, seek, setRate, hear };
}

interface SmoothTime {
  playing: boolean;
  audio: { readonly current: HTMLAudioElement | null };
  setTime: (seconds: number) => void;
}

/** The element tells its time four times a second; the line over the wave moves with each picture. */
function useSmoothTime({ playing, audio, setTime }: SmoothTime): void {
  useEffect(() => {
    if (!playing) return undefined;
    let frame = 0;
    const move = (): void => {
      if (audio.current) setTime(audio.current.currentTime);
      frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  }, [playing, audio, setTime]);
}
