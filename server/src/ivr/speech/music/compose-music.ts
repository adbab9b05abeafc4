import { type Pcm, TELEPHONE_RATE } from "../audio/pcm.ts";

/**
 * The music in queue: composed and played here, so that it belongs to the project. Eight bars in F, slow, a soft pad and a plucked
 * arpeggio, rendered round the end so that the loop has no seam. Quiet highs, no drums: a telephone carries 300–3,400 Hz.
 */
const BEAT_SECONDS = 0.75;
const BEATS_PER_BAR = 4;
/** Midi notes of each bar's chord: Fmaj7 Dm7 B♭maj7 C6 | Am7 Dm7 Gm7 C7sus. */
const CHORDS: readonly (readonly number[])[] = [
  [53, 60, 64, 69],
  [50, 60, 65, 69],
  [58, 62, 65, 69],
  [48, 60, 64, 69],
  [57, 60, 64, 67],
  [50, 60, 65, 69],
  [55, 58, 62, 65],
  [48, 58, 65, 67],
];
/** Which note of the chord is plucked on each half beat. */
const ARPEGGIO = [0, 2, 1, 3, 2, 3, 1, 2];
const PAD_GAIN = 0.05;
const PLUCK_GAIN = 0.16;
const PLUCK_DECAY_SECONDS = 0.55;
const SWELL_SECONDS = 0.8;

type Note = {
  startSeconds: number;
  seconds: number;
  hertz: number;
  sound: (seconds: number, hertz: number) => number;
};

export function composeMusic(): Pcm {
  const barSeconds = BEAT_SECONDS * BEATS_PER_BAR;
  const samples = new Float32Array(Math.round(CHORDS.length * barSeconds * TELEPHONE_RATE));
  for (const [bar, chord] of CHORDS.entries()) {
    for (const note of notesOf(chord, bar * barSeconds, barSeconds)) render(note, samples);
  }
  return { samples, sampleRate: TELEPHONE_RATE };
}

function notesOf(chord: readonly number[], startSeconds: number, barSeconds: number): Note[] {
  const pads = chord.map((midi) => ({
    startSeconds,
    seconds: barSeconds + SWELL_SECONDS,
    hertz: hertzOf(midi),
    sound: (seconds: number, hertz: number) => pad(seconds, hertz, barSeconds),
  }));
  const plucks = ARPEGGIO.map((index, step) => ({
    startSeconds: startSeconds + (step * BEAT_SECONDS) / 2,
    seconds: PLUCK_DECAY_SECONDS * 5,
    hertz: hertzOf((chord[index] ?? 60) + 12),
    sound: pluck,
  }));
  return [...pads, ...plucks];
}

/** What sounds beyond the last bar is heard under the first. */
function render({ startSeconds, seconds, hertz, sound }: Note, samples: Float32Array): void {
  const start = Math.round(startSeconds * TELEPHONE_RATE);
  const length = Math.round(seconds * TELEPHONE_RATE);
  for (let index = 0; index < length; index += 1) {
    const at = (start + index) % samples.length;
    samples[at] = (samples[at] ?? 0) + sound(index / TELEPHONE_RATE, hertz);
  }
}

/** Swells in, and out into the next bar. */
function pad(seconds: number, hertz: number, barSeconds: number): number {
  const rise = Math.min(1, seconds / SWELL_SECONDS);
  const fall = Math.min(1, Math.max(0, (barSeconds + SWELL_SECONDS - seconds) / SWELL_SECONDS));
  const tremble = 1 + 0.1 * Math.sin(2 * Math.PI * 0.7 * seconds);
  return PAD_GAIN * rise * fall * tremble * (wave(seconds, hertz) + 0.4 * wave(seconds, hertz * 2.003));
}

function pluck(seconds: number, hertz: number): number {
  const attack = Math.min(1, seconds / 0.008);
  const body = wave(seconds, hertz) + 0.35 * Math.exp(-seconds * 6) * wave(seconds, hertz * 2);
  return PLUCK_GAIN * attack * Math.exp(-seconds / PLUCK_DECAY_SECONDS) * body;
}

function wave(seconds: number, hertz: number): number {
  return Math.sin(2 * Math.PI * hertz * seconds);
}

function hertzOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}
