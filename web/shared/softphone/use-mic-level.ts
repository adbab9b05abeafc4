import { useEffect, useState } from "react";
import type { PhoneProblem } from "./softphone.ts";

export interface MicLevel {
  /** 0–1, the loudest of the last moment. */
  level: number;
  problem: PhoneProblem | null;
}

/** Listens to a microphone while the component is on the screen, and lets go of it afterwards. */
export function useMicLevel(microphoneId: string): MicLevel {
  const [state, setState] = useState<MicLevel>({ level: 0, problem: null });
  useEffect(() => {
    let stopped = false;
    let close = (): void => {};
    const open = async (): Promise<void> => {
      const audio = microphoneId ? { deviceId: { exact: microphoneId } } : true;
      const stream = await navigator.mediaDevices.getUserMedia({ audio });
      const meter = startMeter(stream, (level) => setState({ level, problem: null }));
      if (stopped) meter();
      else close = meter;
    };
    open().catch((error: unknown) => {
      const denied = error instanceof DOMException && error.name === "NotAllowedError";
      if (!stopped) setState({ level: 0, problem: denied ? "microphone-denied" : "microphone-missing" });
    });
    return () => {
      stopped = true;
      close();
    };
  }, [microphoneId]);
  return state;
}

function startMeter(stream: MediaStream, show: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    show(peak);
  }, 80);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
}
