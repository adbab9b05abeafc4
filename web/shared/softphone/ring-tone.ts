import type { PhoneSettings } from "./device-store.ts";

interface SinkAudioContext extends AudioContext {
  /** Chromium 110+, Firefox and Safari without it ring on the system's speaker. */
  setSinkId?: (id: string) => Promise<void>;
}

/** Argentine ringing cadence: 425 Hz, 1 s on, 4 s off; here softened with a second tone and repeated sooner. */
const ON_SECONDS = 1;
const EVERY_MS = 3000;
const TONES_HZ = [425, 530];

/** Rings in the headset and, unless turned off, on the speaker of the room. Returns what stops it. */
export function startRinging(settings: PhoneSettings): () => void {
  const sinks = new Set([settings.speakerId, settings.ringerId].filter((id) => id !== "none"));
  const contexts = [...sinks].map((id) => openContext(id));
  const ring = (): void => {
    for (const context of contexts) playTone(context, settings.ringVolume);
  };
  ring();
  const timer = setInterval(ring, EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const context of contexts) void context.close();
  };
}

/** One ring, to try the volume. */
export function ringOnce(settings: PhoneSettings): void {
  const stop = startRinging(settings);
  setTimeout(stop, ON_SECONDS * 1000 + 200);
}

function openContext(sinkId: string): SinkAudioContext {
  const context: SinkAudioContext = new AudioContext();
  // A device that was unplugged since: it then rings on the system's speaker.
  if (sinkId !== "" && context.setSinkId) context.setSinkId(sinkId).catch(() => undefined);
  return context;
}

function playTone(context: AudioContext, volume: number): void {
  const start = context.currentTime + 0.02;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime((volume * 0.5) / TONES_HZ.length, start + 0.03);
  gain.gain.setValueAtTime((volume * 0.5) / TONES_HZ.length, start + ON_SECONDS - 0.05);
  gain.gain.linearRampToValueAtTime(0, start + ON_SECONDS);
  gain.connect(context.destination);
  for (const frequency of TONES_HZ) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start(start);
    tone.stop(start + ON_SECONDS);
  }
}
